"""Given names that are one name: short forms, and transliterations of one spelling."""

from __future__ import annotations

from typing import Final

from refcore.compare.transliterations import TRANSLITERATIONS

__all__ = ["are_short_forms", "are_transliterations"]

# One line a name: the full form first, then its well-known short forms.
_SHORT_FORMS: Final = """
abhishek abhi
abigail abby
abraham abe
adrian ade
albert al bert
alberto beto
albertus bert
alejandro alex ale
aleksei alex lex alyosha
aleksey alex lex alyosha
alexander alex sasha sandy xander alec aleksandr alexandr aleks
alexandra alex sasha sandra alexa aleksandra
alexandre alex sacha
alexei alex lex alyosha
alexey alex lex alyosha
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
antoine tony
anton tony tosha
antonia toni
antonio tony toni
antonius ton
apostolos tolis
arthur art
athanasios thanos
barbara barb barbie
bartholomew bart
bartlomiej bartek
benedict ben
benjamin ben benny benji
bernard bernie
bernhard bernd
beverly bev
bradley brad
brandon bran
calvin cal
cameron cam
caroline carrie carol
catherine cathy kate katie kitty cat
cecilia cece
chandrasekhar chandra
charles charlie chuck chas
charlotte charlie lottie
chester chet
christian chris
christina chris tina christy
christine chris tina chrissy
christoph chris
christopher chris kit topher
christos chris
clayton clay
clement clem
clifford cliff
clinton clint
concepcion concha
constantine costas
constantinos costas kostas
cornelis kees cor
cynthia cindy
daniel dan danny
daniela dani
david dave davey
deborah deb debbie
dennis denny
desmond des
diederik durk dirk rik
dimitrios dimitris
dmitry dima mitya dimitri
dominic dom nick
donald don donnie
dorothy dot dottie
douglas doug
edmund ed eddie ned
eduard ed edi
eduardo edu
edward ed eddie ned ted teddy
edwin ed
ekaterina katya kate
eleanor ellie nell nora
elena lena
elizabeth liz lizzie beth betty eliza betsy lisa elsie
emanuel manu manny
emily em emmy
emmanouil manolis
emmanuel manu manny
enrique quique
ernest ernie
eugene gene
evangelos vangelis
evgeniya zhenya
evgeny zhenya
ezekiel zeke
fedor fedya
ferdinand ferdi
fernando nando
florian flo
frances fran francie
francesc cesc
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
gerhard gerd
gertrude trudy
gilbert gil bert
giovanni gianni
giuseppe beppe pino
gregor greg
gregory greg
grigory grisha
guillermo memo
gustavo gus tavo
gwendolyn gwen
harold hal harry
heinrich heinz heini
helen nell
hendrik henk rik
hendrikus henk
henrik henk
henry harry hank hal
herbert herb bert
howard howie
hubertus bert huub
ignacio nacho
ilya ilyusha
ioannis yannis giannis
irina ira
irving irv
isaac ike zac
isabel izzy bella
isabella izzy bella
ivan vanya
jacob jake
jacobus jaap koos
jacqueline jackie
jakob jake
jakub kuba
james jas jim jimmy jamie jem
jan honza
janet jan
janice jan
javier javi
jeffery jeff
jeffrey jeff
jennifer jen jenny jenn
jeremiah jerry
jeremy jerry jem
jerome jerry
jessica jess jessie
jesus chus
joachim jochen achim
joan joanie
joanna jo asia
joel joe
johann hans
johannes hans jan joh hannes
john jack johnny jon
jonathan jon jonny
jonathon jon
jose pepe
josef sepp joe
josep pep
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
konstantinos kostas costas
krzysztof krzys
laurence larry laurie
lawrence larry laurie
leonard leo len lenny
leonardo leo
leonid lenya
leopold leo
leslie les
lev leo
lewis lew
lillian lily
louis lou louie
louise lou
ludwig lutz
lyudmila lyuda mila
madeline maddie
magdalena magda lena
maksim max maks
malgorzata gosia
manuel manu manny manolo
marcus marc
margaret maggie meg peggy marge margie greta rita
margarita rita
maria masha
marina mara
mariya masha
marjorie marge
mark marky
martha marty
martin marty
marvin marv
mary molly polly
mathias matt
matthew matt matty
matthias matt matze
matthijs thijs
maurice mo
maxim max
maximilian max
melanie mel
melissa mel missy
melvin mel
michael mike mick mickey micha mikey
michal misha
michel mich
michelle shelly
miguel migue
mikhail misha mike
milton milt
mitchell mitch
mohamed mo moh mohd
mohammad mo moh mohd
mohammed mo moh mohd
moses moe
muhammad mo moh mohd
nadezhda nadya
nancy nan
natalia natasha nat
natalie nat
natalya natasha nat
nathan nate nat
nathaniel nate nat nathan
nicholas nic nick nicky nico
nicola nico nick
nicolaas klaas nico
nicolas nic nick nico
nicole nicky
nikolai kolya nick
nikolaos nikos nick
nikolas nick niko
nikolaus klaus niko nick
norman norm
oliver ollie
olivia liv livvy
oscar ozzy
pamela pam
panagiotis panos
patricia pat patty tricia trish
patrick pat paddy
pavel pasha
penelope penny
peter pete
petr pete
petrus piet
philip phil pip
philipp phil
philippe phil
phillip phil
pieter piet
polina polya
prudence prue
rachel rae
rafael rafa raf
ramakrishna rama
randall randy
randolph randy
raphael rafa raf
raymond ray
rebecca becky becca
reginald reg reggie
ricardo rick ricky richie
richard rick dick rich ricky richie
robert robt bob rob bobby robbie bert
roberta bobbie
roberto bob rob
rodney rod
rodrigo rodri
roger rog
roland rollie
roman roma
ronald ron ronnie
rosalind roz
rosemary rosie
rudolf rudi
ruslan russ rus
russell russ
salvatore sal
samantha sam
samuel sam sammy
sandra sandy
santiago santi
sebastian seb basti bastian
sebastien seb
sergey serge seryozha
shannon shan
sharon shari
sheldon shelly
sidney sid
siegfried sigi
simon si
solomon sol
sophia sophie
spencer spence
spyridon spyros
stanislav stas slava
stanislaw staszek stan
stanley stan
stefan steve
stephan steve
stephanie steph
stephen steve
steven steve
stewart stu
stuart stu
stylianos stelios
subramanian subra
susan sue susie suzie
susanna sue
svetlana sveta lana
sylvester sly
tatiana tanya
tatyana tanya
terence terry
teresa terry tess
thaddeus thad
theodor theo
theodore ted theo teddy
theodoros theo
theodorus theo
theophane theo
theresa terry tess
thomas thos tom tommy
timofey tim
timothy tim timmy
tobias tobi toby
tomas tom
tomasz tomek tom
tomislav tom
tommaso tom
ulrich uli ulli
ulrike uli
valentina valya
valerie val
vanessa nessa
vasily vasya
venkataraman venkat
venkatesh venkat
vernon vern
veronica ronnie vera
veronika vera nika
victor vic vik
victoria vicky tori
viktor vik vitya
viktoria vika
vincent vince vin vinny
vincenzo enzo
vinton vint
virginia ginny
vitaly vitalik
vladimir vova volodya vlad
vladislav vlad slava
volodymyr vlad volodya
vyacheslav slava
wallace wally
walter walt wally
wesley wes
wilfred will fred
wilhelm willi willy
wilhelmus wim
willem wim
william wm bill will billy willie liam
winston win
wolfgang wolf
yaroslav slava
yekaterina katya kate
yelena lena
yevgeny zhenya
yuri yura
zachary zach zack zac
zbigniew zbyszek
"""


def _pairs(table: str, *, whole_line: bool) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for line in table.split("\n"):
        names = line.split()
        for index, name in enumerate(names[: None if whole_line else 1]):
            found.update((name, other) for other in names[index + 1 :])
    return frozenset(found | {(two, one) for one, two in found})


_SHORT: Final = _pairs(_SHORT_FORMS, whole_line=False)
_TRANSLITERATED: Final = _pairs(TRANSLITERATIONS, whole_line=True)


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
