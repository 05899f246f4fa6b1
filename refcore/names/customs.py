"""The customs of names: every table of words that the readers of names know.

A custom is a row: what it is, its words, and a name that shows it. All readers
(plain text, Markdown, BibTeX, the other formats, the comparison) ask this
module. To teach refcore a custom, add a word or a row here; the tests read
each row's example.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from refcore.names.groups import is_abbreviated
from refcore.names.vowels import with_letters
from refcore.text.patterns import regex

__all__ = [
    "ANDS",
    "DEGREES",
    "DEGREE_WITHOUT_COMMA",
    "FAMILY_FIRST",
    "IBERIAN",
    "LINKS",
    "PARTICLES",
    "SAME_PARTICLE",
    "SUFFIXES",
    "SURNAMES_FIRST",
    "TITLES",
    "VIETNAMESE",
    "Custom",
    "is_degree",
    "is_iberian",
    "is_particle",
    "is_title",
    "suffix_of",
    "without_titles",
]


class Custom(NamedTuple):
    """Words of one kind, where they are used, and a name with one of them."""

    where: str
    words: str
    example: str


PARTICLES: Final = (
    Custom(
        "Dutch",
        "van vande vanden vander de den der het 's 't s t te ten ter op aan voor ver uit bij",
        "Peter de With",
    ),
    Custom("Dutch, abbreviated", "v v. vd vd. v.d v.d. d.", "Piet v.d. Laan"),
    Custom("German", "von vom zu zum zur auf aus am im und dem", "Ute von der Aue"),
    Custom("French", "de du des d le la les l el aux", "Luc de la Tour"),
    Custom(
        "Italian",
        "di da dal dall dalla dalle de dei degli del dell della delle dello do lo li i all",
        "Ada della Rocca",
    ),
    Custom("Spanish", "de del dela delos la las los el y e", "Ana de la Vega"),
    Custom("Portuguese", "da das de do dos dela e", "Rui dos Santos"),
    Custom("Nordic", "af av", "Ole af Borg"),
    Custom("African", "wa ka", "Ngugi wa Thiong'o"),
    Custom("Arabic", "al el ul ur uz ben bin bint binti ibn", "Omar ibn Khalid"),
    Custom("Welsh", "ap ab yr ferch verch", "Bo ap Rhys"),
    Custom("English", "of the", "John of Gaunt"),
)

# Particles that are one word in two transliterations.
SAME_PARTICLE: Final[dict[str, str]] = {"el": "al", "ben": "ibn", "bin": "ibn"}

# "and" between the last two names, in many languages.
ANDS: Final = frozenset(
    "and und och og et en i y e ja ve и dan và ir un és și şi та і και eta".split()
)

# Words between the two parts of a compound family name.
LINKS: Final = frozenset("y e i de del da do dos das".split())

# Each word with the one spelling that a comparison uses.
SUFFIXES: Final = (
    Custom("jr", "jr junior júnior", "Sammy Davis, Jr."),
    Custom("sr", "sr senior", "Hank Aal Sr."),
    Custom("ii", "ii 2nd", "Karl Ek II"),
    Custom("iii", "iii 3rd", "Hal Daume III"),
    Custom("iv", "iv 4th", "Otto Berg IV"),
    Custom("filho", "filho", "Rui Costa Filho"),
    Custom("neto", "neto", "Rui Costa Neto"),
    Custom("sobrinho", "sobrinho", "Rui Costa Sobrinho"),
)

# A degree is not part of a name. Written as here, or with stops; a word of another case,
# such as Ma or Beng, is a name.
DEGREES: Final = (
    Custom(
        "doctorates",
        "PhD PHD Phd phd DPhil Dphil DSc ScD EdD DrPH DBA JD ThD PsyD DrIng",
        "Jane Doe, PhD",
    ),
    Custom(
        "medicine",
        "MD DO DDS DMD DVM MBBS MBBCh MBChB BMBS BDS BCh ChB BChir MPH MSPH MHS PharmD DPT RN BSN "
        "MSN DNP",
        "Jane Doe, MD",
    ),
    Custom(
        "masters and bachelors",
        "MA MS MSc Msc MSC MPhil MBA MEng MTech MRes MFA MSE MDiv MLitt LLM LLB BA BS BSc Bsc BSC "
        "BEng BTech",
        "Jane Doe, M.Sc.",
    ),
    Custom(
        "Indonesian",
        "SPd MPd SPdI MPdI SSi MSi SKom MKom SHum MHum SSos MSos SAg MAg SPsi MPsi SKed SKep MKep "
        "AMd SFarm MFarm SGz SStat MStat SIKom MIKom SFil",
        "Jane Doe, S.Pd.",
    ),
    Custom("of other customs", "MArch BArch CSc DrSc PhLic FilDr FilLic BEd MEd", "Jane Doe, CSc."),
    Custom(
        "fellowships",
        "FACS FACP FACC FAHA FAAN FESC FRS FRSE FREng FBA FIEEE PE Esq OBE CBE MBE KBE DBE",
        "Jane Doe, FRS",
    ),
)

# Forms of address before a name.
TITLES: Final = (
    Custom(
        "academic",
        "a/prof a/prof. dr dr. dra dra. dr.-ing dr.-ing. hab. ing. lic. mgr. prof prof. profa. "
        "professor",
        "Prof. Jane Doe",
    ),
    Custom(
        "ranks",
        "assoc. asst. apl. priv.-doz. univ.-prof. univ.-doz. postdoc cand. lekt. hon. adv. amb.",
        "Univ.-Prof. Dipl.-Ing. Jane Doe",
    ),
    Custom(
        "polite",
        "mr mr. mrs mrs. ms ms. mx mx. miss sir dame herr frau fräulein monsieur madame docteur "
        "maître señor señora señorita signor signora bapak ibu",
        "Ms. Jane Doe",
    ),
    Custom(
        "German and Dutch",
        "mag. mag.(fh) mmag. ddr. dipl. pd dres. ir. drs. dr.in prof.in mag.a ddr.in",
        "Mag. Jane Doe",
    ),
    Custom(
        "Czech, Slovak and Polish",
        "doc. mudr. rndr. phdr. judr. mvdr. paeddr. pharmdr. mgr bc. inż. inz. akad.",
        "Doc. RNDr. Jane Doe",
    ),
    Custom("South Slavic and Romanian", "izv. docent dipl.ing. conf. univ. lect.", "Izv. Jane Doe"),
    Custom(
        "Romance",
        "dott. dott.ssa prof.ssa dr.ssa avv. arch. pr. pr mme mlle mtro. mtra. msc. sra. srta. "
        "eng. engr.",
        "Dott.ssa Jane Doe",
    ),
    Custom("Turkish", "doç. yrd. öğr. gör. arş. üyesi uzm.", "Doç. Jane Doe"),
    Custom("Vietnamese", "pgs.ts. pgs.ts gs.ts. gs.ts pgs. gs. ths. ts.bs.", "PGS.TS. Jane Doe"),
    Custom(
        "Cyrillic",
        "проф. проф доц. акад. инж. д-р др. профессор доцент академик к.т.н. д.т.н. к.м.н. д.м.н.",
        "Проф. Jane Doe",
    ),
    Custom("Greek", "δρ. δρ καθ. καθηγητής καθηγήτρια", "Δρ. Jane Doe"),
    Custom(
        "Arabic and Persian",
        "د. أ.د. دكتور دكتورة الدكتور الدكتورة الأستاذ دکتر مهندس ڈاکٹر پروفیسر",
        "د. Jane Doe",
    ),
    Custom("Indian", "डॉ. डॉ प्रो. प्रो प्रा. श्री श्रीमती ডঃ ড. ডা. shri smt. smt", "डॉ. Jane Doe"),
    Custom(
        "Thai",
        "ดร. ผศ. รศ. ผศ.ดร. รศ.ดร. ศ.ดร. นาย นาง นางสาว ศาสตราจารย์ รองศาสตราจารย์ "
        "ผู้ช่วยศาสตราจารย์ อาจารย์",
        "ดร. Jane Doe",
    ),
    Custom("Swahili and Malay", "dkt. bw. bi. ts. dato' datuk", "Dkt. Jane Doe"),
    Custom("Nigerian", "chief barr. arc. surv. esv. tpl. alh.", "Chief Jane Doe"),
    Custom("clergy and ranks", "rev. capt. maj. lt. col. gen. sgt.", "Rev. Jane Doe"),
)

_VIETNAMESE: Final = (
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh luong mai "
    "truong dao lam doan ta cao chau"
)
# Frequent surnames, as romanised, of peoples who write the family name first.
FAMILY_FIRST: Final = (
    Custom("Vietnamese", _VIETNAMESE, "Nguyen Van An"),
    Custom(
        "Chinese",
        "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang "
        "song zheng xie han tang feng dong xiao cheng cao yuan deng fu shen zeng peng lv lyu lu "
        "su jiang cai ding xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou "
        "xiong jin kong bai cui kang mao qiu qin gu hou shao meng wan duan qian tao yin chang lei "
        "long hung tsai hsu hsieh chiang chou cheung chan wong leung lau kwok chow yeung ho ng "
        "lam tsang ouyang situ sima zhuge shangguan duanmu wenren",
        "Wang Lei",
    ),
    Custom(
        "Korean",
        "kim lee park choi jung jeong cho yoon jang lim shin kwon hwang ahn seo oh hong yoo bae "
        "jeon moon baek heo nam noh ha joo",
        "Kim Min-jun",
    ),
    Custom(
        "Japanese",
        "sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida "
        "yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito yamazaki mori ikeda "
        "hashimoto ishikawa ogawa okada hasegawa fujita goto maeda",
        "Sato Yuki",
    ),
    Custom(
        "Hungarian",
        "nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz "
        "lakatos meszaros olah simon racz fekete szilagyi torok feher balazs gal kocsis",
        "Nagy Anna",
    ),
)

# Surnames of Spain, Portugal and Latin America, where people have two family names.
IBERIAN: Final = frozenset(
    "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez "
    "ruiz hernandez diaz moreno munoz alvarez romero alonso gutierrez navarro torres "
    "dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado "
    "castro ortiz rubio marin sanz nunez iglesias medina garrido cortes castillo santos "
    "lozano guerrero cano prieto mendez cruz calvo gallego vidal leon marquez herrera pena "
    "flores cabrera campos vega fuentes carrasco diez reyes caballero nieto aguilar pascual "
    "santana herrero montero lorenzo hidalgo gimenez ibanez ferrer duran vicente mora "
    "santiago benitez arias vargas carmona crespo pastor soto saez velasco moya soler parra "
    "esteban bravo gallardo rojas silva sousa souza ferreira oliveira pereira lima carvalho "
    "almeida ribeiro rodrigues alves gomes martins araujo barbosa rocha dias nascimento "
    "andrade moreira nunes marques machado mendes freitas cardoso teixeira cavalcanti costa "
    "melo azevedo monteiro moura correia correa pinto cunha duarte miranda nogueira borges "
    "vieira batista lopes goncalves fernandes soares tavares matos vasquez velazquez quintero "
    "salazar rivera mejia restrepo zapata ospina valencia cardenas contreras guzman espinosa "
    "espinoza ponce orozco rosales figueroa sandoval avila arroyo palacios bermudez fonseca "
    "coelho pires antunes amaral bautista estrada villanueva zamora salas solis ochoa "
    "maldonado acosta aguirre bonilla trujillo cespedes aguera abellan adeva galan bernal "
    "otero valero roldan varela villar ballesteros beltran pineda escobar barrios luque "
    "montes rios robles salgado redondo pacheco quesada galindo cordero esteve saiz alarcon "
    "trillo pelaez cuesta ocampo paredes cisneros valdes valverde hurtado escudero barrera "
    "blasco rincon tapia peralta uribe henriquez barros guimaraes neves simoes vaz macedo "
    "magalhaes medeiros siqueira sampaio sequeira brito brandao bezerra esteves faria "
    "figueiredo guedes leite loureiro morais moraes mota paiva peixoto pinheiro queiroz "
    "ramalho rebelo viana vilela gutierres arenas becerra cabello carranza cervantes cuevas "
    "echeverria elizalde escalante galvez giraldo granados ibarra jaramillo jimeno juarez "
    "lozada madrigal manzano montoya murillo olivares olmedo padilla pantoja pizarro quintana "
    "quiroga rendon revilla sepulveda solano toro urrutia vallejo villalobos yanez zapatero "
    "zuniga".split()
)

VIETNAMESE: Final = frozenset(_VIETNAMESE.split())


def _words(rows: Iterable[Custom]) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.words.split())


SURNAMES_FIRST: Final = _words(FAMILY_FIRST)
_PARTICLES: Final = _words(PARTICLES)
_SUFFIXES: Final = {word: row.where for row in SUFFIXES for word in row.words.split()}
_DEGREES: Final = _words(DEGREES)
_DEGREES_IN_ANY_CASE: Final = frozenset(map(str.casefold, _DEGREES))
_TITLES: Final = frozenset(map(with_letters, _words(TITLES))) | _words(TITLES)
# Thai: "ผศ.ดร." before the name, without a space.
_GLUED_TITLES: Final = regex(
    r"(?:(?:(?:ผศ|รศ|ศ|ดร|อ|นพ|พญ|ภก)\.){1,4}|นางสาว|นาย)(?=[^\W\d_a-zA-Z]{2})"
)
# German diplomas, and Russian candidates and doctors of a science.
_OF_A_SUBJECT: Final = regex(
    r"dipl\.?-(?:[a-zäöü]{1,9}\.-?){1,2}|[дк]\.(?:[а-я]{1,5}\.?-?){1,3}\.?н\.?"
)
_SUBJECTS_BEGIN: Final = ("dipl", "д", "к")
_RANKS: Final = frozenset("adjunct assistant associate emeritus full visiting".split())
_BEFORE_DOCTOR: Final = frozenset({"DI", "DIin"})
_LONGEST_DEGREE: Final = 14
_SHORTEST_TITLE: Final = 3
# Of British colleges and universities: "FRCPath", "MRCPsych", "FRCA", "CPsychol", "BMedSci".
_OF_COLLEGES: Final = r"[FLM](?:RANZ|RAC|RC|FIC|FPH|CA)[A-Z][A-Za-z]{0,5}"
# What is a degree after a name without a comma too; one of two letters may be initials.
DEGREE_WITHOUT_COMMA: Final = "|".join(
    [
        *(
            word
            for group in DEGREES
            if group.where in ("medicine", "fellowships")
            for word in group.words.split()
            if len(word) > 2 and word.isupper()
        ),
        "PharmD|DPhil|PsyD|MBBCh|MBChB",
        _OF_COLLEGES,
    ]
)
_LONG_DEGREE: Final = regex(
    rf"{_OF_COLLEGES}|[BCDM](?:Chem|Clin|Ed|Med|Math|Pharm|Phys|Psy|Soc|Sport"
    r"|Stat|Surg|Theol|Tox|Vet)(?:Sci|Psy|Ed|D|Sc|chol|S)?"
)


def is_particle(word: str) -> bool:
    """Return whether a word, in lower case, is a particle such as *van* or *de*.

    >>> [is_particle(word) for word in ("van", "d'", "v.d.", "Van", "ming")]
    [True, True, True, False, False]
    """
    word = word.replace("’", "'")
    return word in _PARTICLES or (word[-1:] == "'" and word[:-1] in _PARTICLES)


def suffix_of(word: str) -> str:
    """Return a suffix in its one spelling (jr, sr, ii, iii …), or nothing for another word.

    >>> suffix_of("Jr."), suffix_of("3rd"), suffix_of("I."), suffix_of("Doe")
    ('jr', 'iii', '', '')
    """
    if len(word) == 2 and word[1] == ".":
        return ""
    return _SUFFIXES.get(word.rstrip(".").lower(), "")


def is_degree(text: str, *, in_any_case: bool = False) -> bool:
    """Return whether a text is an academic degree, with or without stops.

    >>> is_degree("Ph.D."), is_degree("M. Sc."), is_degree("Doe")
    (True, True, False)
    >>> is_degree("Ma"), is_degree("Ma", in_any_case=True)
    (False, True)
    """
    if len(text) > _LONGEST_DEGREE or not text[:1].isalpha():
        return False
    bare = text.replace(".", "").replace(" ", "")
    if in_any_case and bare.casefold() in _DEGREES_IN_ANY_CASE:
        return True
    if bare in _DEGREES:
        return True
    return bare[1:2].isupper() and _LONG_DEGREE.fullmatch(bare) is not None


def is_iberian(word: str) -> bool:
    """Return whether a word is a surname of people who have two family names.

    >>> is_iberian("García"), is_iberian("Fei")
    (True, False)
    """
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in plain if letter.isalpha()) in IBERIAN


def is_title(word: str) -> bool:
    """Return whether a word is a form of address, such as *Dr.* or *Professor*.

    >>> is_title("Prof."), is_title("Dipl.-Inf."), is_title("Doe")
    (True, True, False)
    """
    lowered = word.lower()
    if lowered in _TITLES:
        return True
    return lowered.startswith(_SUBJECTS_BEGIN) and _OF_A_SUBJECT.fullmatch(lowered) is not None


def without_titles(words: list[str], least: int) -> list[str]:
    """Return the words of a name without the forms of address before it; `least` words stay.

    What is abbreviated in lower case behind one belongs to it: "Dr. rer. nat.".

    >>> without_titles("Dr. rer. nat. Ada Berg".split(), 1), without_titles(["Dr.", "Fei"], 2)
    (['Ada', 'Berg'], ['Dr.', 'Fei'])
    """
    start = _behind_titles(words) if words else 0
    if words and not words[0].isascii() and (glued := _GLUED_TITLES.match(words[0])):
        words = [words[0][glued.end() :], *words[1:]]
    while len(words) - start > least and (
        _is_address(words, start) or (start and _is_abbreviated(words[start]))
    ):
        start += 1
    return words[start:]


def _is_address(words: list[str], place: int) -> bool:
    """Return whether a word is a form of address or a degree, and no place of work.

    "Univ." is one before "Prof.", "Associate" before "Professor".

    >>> _is_address(["Univ.", "Prof.", "Berg"], 0), _is_address(["Univ.", "de", "Chile"], 0)
    (True, False)
    """
    word = words[place]
    if place == 0 and is_abbreviated(word.rstrip(".")) and words[1:]:
        return not words[1].islower()
    if word in _BEFORE_DOCTOR and words[place + 1 :]:
        return is_title(words[place + 1])  # "DI Dr. Ada Berg"; "DI" may be initials
    if word.lower() in _RANKS:
        return is_title(words[place + 1]) if words[place + 1 :] else False
    # Degrees in capitals may be initials: "MA Lee".
    return is_title(word) or (is_degree(word) and not word.isupper())


def _behind_titles(words: list[str]) -> int:
    """Return where the words before a name end that are short for one, and of which one is known.

    >>> _behind_titles("Ts. Dr. Bo Fei".split()), _behind_titles("J. Dr. Bo Fei".split())
    (2, 0)
    """
    if not words[0].endswith(".") or len(words[0]) < _SHORTEST_TITLE:
        return 0
    ends = [place for place in range(1, len(words) - 1) if _is_address(words, place - 1)]
    short = all(word.endswith(".") or is_title(word) for word in words[: max(ends, default=0)])
    return max(ends, default=0) if short else 0


def _is_abbreviated(word: str) -> bool:
    """Return whether a word is short for one that no name has: "techn.".

    >>> _is_abbreviated("techn."), _is_abbreviated("v."), _is_abbreviated("A.")
    (True, False, False)
    """
    return word.endswith(".") and word.islower() and not is_particle(word)
