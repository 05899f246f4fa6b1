"""Given names that are one name: short forms, and transliterations of one spelling."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from refcore.compare.transliterations import TRANSLITERATIONS

__all__ = [
    "are_short_forms",
    "are_transliterations",
    "begins_otherwise",
    "is_short_or_full_form",
]

# The full form of each name first, then its well-known short forms.
_SHORT_FORMS: Final = """
mohammad md mohd muh; kumar kr; maria ma;
constantinos costis; konstantinos kostis; danielle dani; ravindran ravi;
ravindra ravi; ravichandran ravi; ramakant ram; themistoklis themis; oluwasanmi sanmi;
virgiliu virgil;
abhishek abhi; abigail abby; abraham abe; adrian ade; adrianus adri; albert al bert bertie;
alberto beto; albertus bert; alejandro alex ale; aleksei alex lex alyosha;
aleksey alex lex alyosha; alessandra ale alex; alessandro ale alex sandro;
alexander alex sasha sandy xander alec aleksandr alexandr aleks;
alexandra alex sasha sandra alexa aleksandra; alexandre alex sacha; alexandros alex alekos;
alexei alex lex alyosha lyosha; alexey alex lex alyosha; alfred fred alf al; alistair al;
allan al; allison ally; amanda mandy; amelia amy millie; anastasia nastya; anatoly tolya;
andreas andi; andrew andy drew; andrey andy; angela angie; animashree anima; ann annie;
anna annie anya; anthony tony; antoine tony; anton tony tosha; antonia toni; antonio tony toni;
antonios antonis; antonius ton toon; apostolos tolis; arkady arkasha; arthur art;
athanasios thanos; augustus gus; barbara barb barbie; bartholomew bart; bartlomiej bartek;
bastiaan bas; benedict ben; benedikt ben bene; benjamin ben benny benji; bernard bernie;
bernhard bernd; beverly bev; boris borya; bradley brad; brandon bran; caitlin cait kate;
calvin cal; cameron cam; caroline carrie carol; cassandra cass cassie;
catherine cathy kate katie kitty cat; cecilia cece; chandrasekhar chandra;
charles charlie chuck chas; charlotte charlie lottie; chester chet; christiaan chris;
christian chris; christina chris tina christy; christine chris tina chrissy; christof chris;
christoph chris; christophe chris; christopher chris kit topher; christos chris; clayton clay;
clement clem; clifford cliff; clinton clint; concepcion concha; constantine costas;
constantinos costas kostas; cornelis kees cor; cornelius con neil; cristian cris; cristina cris;
cristobal cris; cynthia cindy; daniel dan danny; daniela dani; darya dasha; david dave davey;
deborah deb debbie; dennis denny; desmond des; diederik durk dirk rik; dimitrios dimitris;
dmitry dima mitya dimitri; dominic dom nick; dominik dom nik; dominique dom; donald don donnie;
dorothea dora thea; dorothy dot dottie; douglas doug; edgar ed; edmund ed eddie ned;
eduard ed edi; eduardo edu; edward ed eddie ned ted teddy; edwin ed; ekaterina katya kate;
eleanor ellie nell nora; elena lena; elisabeth liz lizzie beth betty lisa ellie;
elizabeth liz lizzie beth betty eliza betsy lisa elsie; emanuel manu manny; emanuele manu;
emily em emmy; emmanouil manolis; emmanuel manu manny; enrique quique; ernest ernie;
eugene gene; evangelos vangelis; evgeniya zhenya; evgeny zhenya; ezekiel zeke; federico fede;
fedor fedya; ferdinand ferdi; fernando nando; florentin flo; florian flo; frances fran francie;
francesc cesc; francis frank fran; francisco paco pancho fran; franciscus frans; franklin frank;
frederic fred freddy; frederick fred freddy fritz; frederik fred freddy; fredrik fred;
friedrich fritz fred; gabriel gabe; gabriela gabi gaby; galina galya; gennady gena;
geoffrey geoff; george geo georgie; georgios giorgos; georgy gosha zhora; gerald gerry jerry;
gerard gerry; gerhard gerd; gertrude trudy; gilbert gil bert; giovanni gianni;
giuseppe beppe pino; gregor greg; gregory greg; grigory grisha; grzegorz greg grzes;
guadalupe lupe; guillermo memo; gustavo gus tavo; gwendolyn gwen; hannah han; harold hal harry;
heinrich heinz heini; helen nell; hendrik henk rik; hendrikus henk; henrik henk;
henry harry hank hal; herbert herb bert; howard howie; hubertus bert huub; ignacio nacho;
ignatius iggy; ilya ilyusha; ioannis yannis giannis; irina ira; irving irv; isaac ike zac;
isabel izzy bella; isabella izzy bella; isabelle izzy isa; istvan pista; ivan vanya; jacob jake;
jacobus jaap koos; jacqueline jackie; jakob jake; jakub kuba; james jas jim jimmy jamie jem;
jan honza; janet jan; janice jan; janos jancsi; jaroslaw jarek; javier javi; jeffery jeff;
jeffrey jeff; jennifer jen jenny jenn; jeremiah jerry; jeremy jerry jem; jerome jerry;
jessica jess jessie; jesus chus; jiri jirka; joachim jochen achim; joan joanie; joanna jo asia;
joaquin quino; joel joe; johann hans; johanna jo hanna; johannes hans jan joh hannes;
john jack johnny jon; jonathan jon jonny; jonathon jon; jose pepe; josef sepp joe; josep pep;
joseph joe joey jo jos; josephine jo josie; josephus jos; joshua josh; jozef jef joe;
juan juancho; judith judy; julian jules; justin jus; katalin kati; katarzyna kasia;
katharina kathi katja; katherine kate kathy katie kat kitty; kathleen kathy kate kath;
kathryn kate kathy katie; kenneth ken kenny; kimberly kim; konstantin kostya;
konstantinos kostas costas; kristian kris chris; kristin kris; kristina kris tina; kristof kris;
kristoffer kris; krzysztof krzys; ksenia ksyusha; laszlo laci; laurence larry laurie;
lawrence larry laurie; leonard leo len lenny; leonardo leo; leonid lenya; leopold leo;
leslie les; lev leo lyova; lewis lew; lillian lily; louis lou louie; louise lou; ludwig lutz;
luisa lu; lyudmila lyuda mila; madeline maddie; magdalena magda lena; maksim max maks;
malcolm mal; malgorzata gosia; manfred fred manni; manuel manu manny manolo; marcus marc;
margaret maggie meg peggy marge margie greta rita; margarita rita; maria masha; mariana mari;
marina mara; mariya masha; marjorie marge; mark marky; martha marty; martin marty; marvin marv;
mary molly polly; mateusz mat matt; mathias matt; matthew matt matty mat; matthias matt matze;
matthijs thijs; mattias matt; maurice mo; maxim max; maxime max; maximilian max; maxwell max;
melanie mel; melissa mel missy; melvin mel; michael mike mick mickey micha mikey;
michal misha mike; michel mich; michelle shelly; miguel migue; mikhail misha mike; miklos miki;
milton milt; mitchell mitch; mohamad mo moh mohd; mohamed mo moh mohd; mohammad mo moh mohd;
mohammed mo moh mohd; montserrat montse; morris moe mo; moses moe; muhammad mo moh mohd;
mykola kolya; nadezhda nadya; nancy nan; natalia natasha nat; natalie nat; natalya natasha nat;
nathan nate nat nati; nathaniel nate nat nathan; neville nev; nicholas nic nick nicky nico;
nicola nico nick; nicolaas klaas nico; nicolas nic nick nico; nicole nicky; nikolai kolya nick;
nikolaos nikos nick; nikolas nick niko; nikolaus klaus niko nick; norman norm; olga olya;
oliver ollie; olivia liv livvy; oscar ozzy; pamela pam; panagiotis panos;
patricia pat patty tricia trish; patrick pat paddy; pavel pasha; penelope penny; percival percy;
peter pete; petr pete; petrus piet; philip phil pip; philipp phil; philippe phil; phillip phil;
pieter piet; piotr piotrek; polina polya; prudence prue; przemyslaw przemek; rachel rae;
radoslaw radek; rafael rafa raf rafi; ramakrishna rama; randall randy; randolph randy;
raphael rafa raf; raymond ray; rebecca becky becca; reginald reg reggie;
ricardo rick ricky richie; richard rick dick rich ricky richie;
robert robt bob rob bobby robbie bert; roberta bobbie; roberto bob rob; roderick rod rick;
rodney rod; rodrigo rodri; roger rog; roland rollie; roman roma; ronald ron ronnie;
rosalind roz; rosemary rosie; rudolf rudi; ruslan russ rus; russell russ; salvatore sal;
samantha sam; samuel sam sammy; sandra sandy; santiago santi; sebastiaan bas;
sebastian seb basti bastian bas; sebastien seb; semyon syoma; sergey serge seryozha;
shannon shan; sharon shari; sheldon shelly; siddharth sid; siddhartha sid; sidney sid;
siegfried sigi; simon si; solomon sol; sophia sophie; spencer spence; spyridon spyros;
srinivas srini; srinivasan srini; stanislav stas slava; stanislaw staszek stan; stanley stan;
stefan steve; stefano ste; stephan steve; stephanie steph; stephen steve steph; steven steve;
stewart stu; stuart stu; stylianos stelios; subramanian subra; susan sue susie suzie;
susanna sue; suzanne sue suzy; svetlana sveta lana; sylvester sly; tamas tomi; tatiana tanya;
tatyana tanya; terence terry; teresa terry tess; thaddeus thad; theodor theo;
theodora dora thea; theodore ted theo teddy; theodoros theo; theodorus theo; theophane theo;
theresa terry tess; thomas thos tom tommy; timofey tim; timothy tim timmy; tobias tobi toby;
tomas tom; tomasz tomek tom; tomislav tom; tommaso tom; ulrich uli ulli; ulrike uli;
valentin val; valentina valya; valerie val; valery valera; vanessa nessa; vasileios vasilis;
vasily vasya; venkataraman venkat; venkatesan venkat; venkatesh venkat; vernon vern;
veronica ronnie vera; veronika vera nika; victor vic vik; victoria vicky tori; viktor vik vitya;
viktoria vika; vincent vince vin vinny; vincenzo enzo; vinton vint; virginia ginny;
vitaly vitalik; vivian viv; vivienne viv; vladimir vova volodya vlad;
vladislav vlad slava vladik; volodymyr vlad volodya; vyacheslav slava; wallace wally;
walter walt wally; wesley wes; wilfred will fred; wilfried fred willi; wilhelm willi willy;
wilhelmus wim; willem wim; william wm bill will billy willie liam; winston win; wojciech wojtek;
wolfgang wolf; xavier xavi; yaroslav slava; yekaterina katya kate; yelena lena; yevgeny zhenya;
yuri yura; zachary zach zack zac; zbigniew zbyszek; zoltan zoli
"""


@cache
def _short_forms() -> dict[str, set[str]]:
    """Return the full form of each short form, and the short forms of each full one.

    >>> sorted(_short_forms()["jeffrey"]), "jeffrey" in _short_forms()["jeff"]
    (['jeff'], True)
    """
    found: dict[str, set[str]] = {}
    for entry in _SHORT_FORMS.replace("\n", " ").split(";"):
        full, *short = entry.split()
        found.setdefault(full, set()).update(short)
        for name in short:
            found.setdefault(name, set()).add(full)
    return found


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """Return the spellings of each given name of another alphabet, itself among them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in re.split("[;\n]", TRANSLITERATIONS):
        names = tuple(line.split())
        for name in names if len(names) > 1 else ():
            found[name] = found.get(name, ()) + names
    return found


def are_short_forms(one: str, other: str) -> bool:
    """Return whether one folded given name is a well-known short form of the other.

    >>> are_short_forms("jeff", "jeffrey"), are_short_forms("gary", "greg")
    (True, False)
    >>> are_short_forms("grisha", "grigori")
    True
    """
    if one == other or are_transliterations(one, other):
        return False
    return _is_short_form(one, other) or _is_short_form(other, one)


def _is_short_form(one: str, other: str) -> bool:
    # Grisha is short for Grigori and Grigorii too.
    forms = _short_forms().get(other, ())
    return one in forms or any(name in forms for name in _spellings().get(one, ()))


def is_short_or_full_form(name: str) -> bool:
    """Return whether a folded word is a given name that has short forms, or a short form.

    >>> is_short_or_full_form("thomas"), is_short_or_full_form("warade")
    (True, False)
    """
    return name in _short_forms() or name in _spellings()


def are_transliterations(one: str, other: str) -> bool:
    """Return whether two folded given names are spellings of one name in another alphabet.

    >>> are_transliterations("sergey", "sergei"), are_transliterations("jon", "john")
    (True, False)
    """
    return one != other and other in _spellings().get(one, ())


def begins_otherwise(name: str, initial: str) -> bool:
    """Return whether a folded given name begins with a letter by another custom of its alphabet.

    >>> begins_otherwise("wladimir", "v"), begins_otherwise("yelena", "e")
    (True, True)
    >>> begins_otherwise("oleksandr", "a"), begins_otherwise("walter", "v")
    (False, False)
    """
    if initial + name[:1] not in _SAME_BEGINNINGS:
        return False
    return any(spelling[0] == initial for spelling in _spellings().get(name, ()))


# Letters at the beginning of one name: W. for Vladimir, E. for Yelena, H. for Grigory.
_SAME_BEGINNINGS: Final = frozenset("vw wv ye ey yi iy yj jy ck kc gh hg".split())
