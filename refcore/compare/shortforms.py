"""Given names that are one name: short forms, and transliterations of one spelling."""

from __future__ import annotations

from typing import Final

__all__ = ["are_short_forms", "are_transliterations"]

# One line a name: the full form first, then its well-known short forms.
_SHORT_FORMS: Final = """
abraham abe
abigail abby
adrian ade
albert al bert
alexander alex sasha sandy xander alec aleksandr alexandr aleks
alexandra alex sasha sandra alexa aleksandra
alexandre alex sacha
alejandro alex ale
alfred fred alf al
allan al
allison ally
amanda mandy
anastasia nastya
andreas andi
andrew andy drew
andrey andy
angela angie
ann annie
anthony tony
antonio tony toni
antoine tony
anton tony tosha
arthur art
barbara barb barbie
bartholomew bart
bartlomiej bartek
benedict ben
benjamin ben benny benji
bernard bernie
beverly bev
bradley brad
brandon bran
caroline carrie carol
catherine cathy kate katie kitty cat
cecilia cece
charles charlie chuck chas
chandrasekhar chandra
christian chris
christina chris tina christy
christine chris tina chrissy
christopher chris kit topher
christoph chris
clifford cliff
cynthia cindy
daniel dan danny
daniela dani
david dave davey
deborah deb debbie
dennis denny
dmitry dima mitya dimitri
dominic dom nick
donald don donnie
dorothy dot dottie
douglas doug
edmund ed eddie ned
eduardo edu
eduard ed edi
edward ed eddie ned ted teddy
edwin ed
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza betsy lisa elsie
emanuel manu manny
emmanuel manu manny
enrique quique
ernest ernie
eugene gene
evgeny zhenya
evgeniya zhenya
ezekiel zeke
fedor fedya
ferdinand ferdi
fernando nando
florian flo
frances fran francie
francis frank fran
francisco paco pancho fran
franklin frank
frederick fred freddy fritz
friedrich fritz fred
gabriel gabe
gabriela gabi gaby
galina galya
gennady gena
geoffrey geoff
george georgie
georgios giorgos
gerald gerry jerry
gerard gerry
gertrude trudy
giovanni gianni
giuseppe beppe pino
grigory grisha
gregory greg
gregor greg
guillermo memo
gustavo gus tavo
harold heinrich heinz
helen nell
henrik henk
hendrik henk rik
henry harry hank hal
herbert herb bert
howard howie
ignacio nacho
ilya ilyusha
irina ira
isaac ike zac
isabel izzy bella
isabella izzy bella
ivan vanya
jacob jake jack
jacqueline jackie
jakob jake
jakub kuba
james jim jimmy jamie jem
janet jan
jan honza
janice jan
jeffrey jeff
jeffery jeff
jennifer jen jenny jenn
jeremiah jerry
jeremy jerry jem
jerome jerry
jessica jess jessie
jesus chus
joachim jochen achim
joan joanie
joanna jo asia
joao jp
joel joe
johann hans
johannes hans jan joh hannes
john jack johnny jon
jonathon jon
jonathan jon jonathon john jonny nathan
joost jo
jose pepe
josef sepp joe
joseph joe joey jo jos
josephine jo josie
joshua josh
juan juancho
judith judy
julian jules
justin jus
katarzyna kasia
katharina kathi katja
katherine kate kathy katie kat kitty
kathleen kathy kate kath
kathryn kate kathy katie
kenneth ken kenny
kimberly kim
konstantin kostya
krzysztof krzys
lawrence larry laurie
laurence larry laurie
leonard leo len lenny
leonardo leo
leonid lenya
leopold leo
lev leo
lewis lew
lillian lily
louis lou louie
louise lou
ludwig lutz
lyudmila lyuda mila
magdalena magda lena
malgorzata gosia
manuel manu manny manolo
marcus marc
margaret maggie meg peggy marge margie greta rita
margarita rita
maria masha
mariya masha
marina mara
marjorie marge
mark marky
martin marty
martha marty
mary molly polly
matthew matt matty
matthias matt matze
matthijs thijs
mathias matt
maurice mo
maximilian max
maxim max
maksim max maks
michael mike mick mickey micha mikey
michal misha
michel mich
michelle shelly
miguel migue
mikhail misha mike
milton milt
mitchell mitch
mohammad mo moh mohd
mohammed mo moh mohd
mohamed mo moh mohd
muhammad mo moh mohd
moses moe
nadezhda nadya
nancy nan
natalie nat
natalia natasha nat
natalya natasha nat
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico
nicolas nick nico
nicole nicky
nicola nico nick
nikolai kolya nick
nikolaos nikos nick
nikolaus klaus niko nick
nikolas nick niko
oliver ollie
olivia liv livvy
oscar ozzy
pamela pam
panagiotis panos
patricia pat patty tricia trish
patrick pat paddy rick
pavel pasha
penelope penny
peter pete
petr pete
philip phil pip
philipp phil
philippe phil
phillip phil
polina polya
prudence prue
rachel rae
rafael rafa raf
raphael rafa raf
ramakrishna rama
raymond ray
rebecca becky becca
reginald reg reggie
ricardo rick richie
richard rick dick rich ricky richie
robert bob rob bobby robbie bert
roberto bob rob
roberta bobbie
rodney rod
roger rog
roland rollie
roman roma
ronald ron ronnie
rosemary rosie
rudolf rudi
ruslan russ rus
russell russ
salvatore sal
samantha sam
samuel sam sammy
sandra sandy
sebastian seb basti bastian
sebastien seb
sergey serge seryozha
shannon shan
sharon shari
siegfried sigi
sidney sid
simon si
sophia sophie
solomon sol
stanley stan
stanislav stas slava
stanislaw staszek stan
stefan steve
stephan steve
stephanie steph
stephen steve
steven steve
stewart stu
stuart stu
subramanian subra
susan sue susie suzie
susanna sue
svetlana sveta lana
sylvester sly
tatiana tanya
tatyana tanya
terence terry
teresa terry tess
theodore ted theo teddy
theodoros theo
theresa terry tess
thomas tom tommy
timothy tim timmy
timofey tim
tobias tobi toby
tomasz tomek tom
tomas tom
tommaso tom
tomislav tom
valentina valya
valerie val
vanessa nessa
vasily vasya
venkatesh venkat
venkataraman venkat
veronica ronnie vera
veronika vera nika
victor vic vik
victoria vicky tori
viktor vik vitya
viktoria vika
vincent vince vin vinny
vincenzo enzo
virginia ginny
vitaly vitalik
vladimir vova volodya vlad
vladislav vlad slava
vyacheslav slava
wallace wally
walter walt wally
wilfred will fred
wilhelm willi willy
william bill will billy willie liam
winston win
wolfgang wolf
yaroslav slava
yekaterina katya kate
ekaterina katya kate
elena lena
yelena lena
yevgeny zhenya
yuri yura
zachary zach zack zac
zbigniew zbyszek
"""

# One line a name in its own alphabet: its customary Latin spellings.
_TRANSLITERATIONS: Final = """
aleksandr alexander alexandr oleksandr
aleksandra alexandra oleksandra
aleksei aleksey alexei alexey alexej oleksii oleksiy
anatoly anatoli anatolii anatoliy
andrei andrey andrej andriy andrii
anastasia anastasiia anastasiya
arkady arkadii arkadiy
artem artyom artiom
boris borys
denis denys
dmitri dmitry dmitrii dmitriy dmytro dimitri dzmitry
ekaterina yekaterina katerina kateryna
elena yelena olena
evgeny evgeni evgenii evgeniy yevgeny yevgeni yevgeniy yevhen evgenij
evgenia evgeniia evgeniya yevgenia yevheniia
fedor fyodor feodor
gennady gennadi gennadii gennadiy
georgy georgii georgiy
grigory grigori grigorii grigoriy
igor ihor
ilya ilia illia iliya
irina iryna
konstantin constantin kostyantyn
leonid leonyd
lyudmila ludmila liudmila
maksim maxim maksym
maria mariia mariya
mikhail michail mykhailo
mykola nikolai nikolay
natalia natalya nataliya nataliia
nikita mykyta
nikolai nikolay nikolaj
oleg oleh
olga olha
pavel pavlo
petr pyotr petro
sergei sergey serguei serhii serhiy sergej
sofia sofya sofiya sofiia
stanislav stanyslav
tatiana tatyana tatjana tetiana
valery valeri valerii valeriy
vasily vasili vasilii vasiliy vasyl
victor viktor
vitaly vitali vitalii vitaliy vitalij
vladimir volodymyr wladimir
vyacheslav viacheslav
yaroslav iaroslav jaroslav
yulia julia iulia yuliya yuliia
yuri yury iurii yurii yuriy iury jurij
mohammad mohammed mohamed muhammad mohamad muhammed muhamad
ahmad ahmed
hussein hossein hussain husain hosein
yousef youssef yusuf yosef yousuf
abdullah abdallah abdulla
abdulrahman abdelrahman abdurrahman abdurahman
hassan hasan
omar umar
mahmoud mahmud mahmood
"""


def _pairs(table: str, *, whole_line: bool) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for line in table.split("\n"):
        names = line.split()
        for index, name in enumerate(names[: None if whole_line else 1]):
            found.update((name, other) for other in names[index + 1 :])
    return frozenset(found | {(two, one) for one, two in found})


_SHORT: Final = _pairs(_SHORT_FORMS, whole_line=False)
_TRANSLITERATED: Final = _pairs(_TRANSLITERATIONS, whole_line=True)


def are_short_forms(one: str, other: str) -> bool:
    """Tell whether one folded given name is a well-known short form of the other.

    >>> are_short_forms("jeff", "jeffrey"), are_short_forms("gary", "greg")
    (True, False)
    """
    return (one, other) in _SHORT


def are_transliterations(one: str, other: str) -> bool:
    """Tell whether two folded given names are spellings of one name in another alphabet.

    >>> are_transliterations("sergey", "sergei"), are_transliterations("jon", "john")
    (True, False)
    """
    return (one, other) in _TRANSLITERATED
