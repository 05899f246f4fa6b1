"""Venues whose short name does not follow from their name, or whose name contains another's."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "ABROAD",
    "MOVED",
    "PRINTED_IN",
    "SERIES",
    "SERIES_BEGIN",
    "SHORT_JOURNALS",
    "VENUES",
    "Venue",
]


class Venue(NamedTuple):
    """A venue: its key, its short names, and its names without general words.

    A conference is recognised by its name anywhere in a text, a journal by its whole name.
    """

    key: str
    short: tuple[str, ...]
    names: tuple[str, ...]
    is_journal: bool = False


def _conference(short: str, *names: str) -> Venue:
    shorts = tuple(short.split())
    return Venue(shorts[0], shorts, names)


def _journal(short: str, *names: str) -> Venue:
    shorts = tuple(short.split())
    return Venue(shorts[0], shorts, names, is_journal=True)


# Source of the names: the proceedings' own title pages, as dblp lists them.
VENUES: Final[tuple[Venue, ...]] = (
    _conference("neurips nips", "neural information processing systems"),
    _conference("icml", "international conference on machine learning"),
    _conference("acml", "asian conference on machine learning"),
    _conference(
        "ecml ecmlpkdd pkdd",
        "european conference on machine learning",
        "machine learning and knowledge discovery in databases",
    ),
    _conference("icmla", "international conference on machine learning and applications"),
    _conference("icmlc", "international conference on machine learning and cybernetics"),
    _conference("iclr", "international conference on learning representations"),
    _conference(
        "aaai",
        "aaai conference on artificial intelligence",
        "national conference on artificial intelligence",
    ),
    _conference("iaai", "innovative applications of artificial intelligence"),
    _conference("eaai", "educational advances in artificial intelligence"),
    _conference(
        "ijcai",
        "international joint conference on artificial intelligence",
        "international joint conferences on artificial intelligence",
    ),
    _conference("ecai", "european conference on artificial intelligence"),
    _conference("aistats", "artificial intelligence and statistics"),
    _conference("uai", "uncertainty in artificial intelligence"),
    _conference("colt", "conference on learning theory", "computational learning theory"),
    _conference("alt", "algorithmic learning theory"),
    _conference("corl", "conference on robot learning"),
    _conference("collas", "conference on lifelong learning agents"),
    _conference("clear", "conference on causal learning and reasoning"),
    _conference("l4dc", "learning for dynamics and control"),
    _conference(
        "mlsys sysml", "machine learning and systems", "conference on systems and machine learning"
    ),
    _conference("automl", "conference on automated machine learning"),
    _conference("colm", "conference on language modeling"),
    _conference("midl", "medical imaging with deep learning"),
    _conference("mlhc", "machine learning for healthcare"),
    _conference("log", "learning on graphs conference"),
    _conference("cvpr", "computer vision and pattern recognition"),
    _conference("iccv", "international conference on computer vision"),
    _conference("eccv", "european conference on computer vision", "computer vision eccv"),
    _conference("accv", "asian conference on computer vision", "computer vision accv"),
    _conference("wacv", "winter conference on applications of computer vision"),
    _conference("bmvc", "british machine vision conference"),
    _conference("icpr", "international conference on pattern recognition"),
    _conference("icip", "international conference on image processing"),
    _conference("miccai", "medical image computing and computer assisted intervention"),
    _conference("3dv", "international conference on 3d vision"),
    _conference(
        "naacl naacl-hlt",
        "north american chapter of the association for computational linguistics",
        "north american chapter of the acl",
        "nations of the americas chapter of the association for computational linguistics",
        "conference of the north",  # as the volume of 2019 is deposited
    ),
    _conference(
        "eacl",
        "european chapter of the association for computational linguistics",
        "european chapter of the acl",
    ),
    _conference("aacl", "asia pacific chapter of the association for computational linguistics"),
    _conference(
        "acl",
        "annual meeting of the association for computational linguistics",
        "meeting of the association for computational linguistics",
    ),
    _conference("emnlp", "empirical methods in natural language processing"),
    _conference("coling", "international conference on computational linguistics"),
    _conference("conll", "computational natural language learning"),
    _conference("lrec", "language resources and evaluation"),
    _conference("tsd", "text speech and dialogue"),
    _conference("interspeech", "international speech communication association"),
    _conference("icassp", "acoustics speech and signal processing"),
    _conference(
        "kdd sigkdd", "knowledge discovery and data mining", "knowledge discovery data mining"
    ),
    _conference(
        "pakdd",
        "pacific asia conference on knowledge discovery and data mining",
        "advances in knowledge discovery and data mining",
    ),
    _conference("icdm", "international conference on data mining"),
    _conference("sdm", "siam international conference on data mining"),
    _conference("wsdm", "web search and data mining"),
    _conference(
        "www thewebconf webconf",
        "world wide web conference",
        "web conference",
        "international conference on world wide web",
        "international world wide web conference",
    ),
    _conference("sigir", "research and development in information retrieval"),
    _conference("ictir", "theory of information retrieval"),
    _conference(
        "ecir", "european conference on information retrieval", "advances in information retrieval"
    ),
    _conference("cikm", "information and knowledge management"),
    _conference("recsys", "recommender systems"),
    _conference("sigmod", "international conference on management of data", "management of data"),
    _conference("vldb", "very large data bases", "very large databases"),
    _conference("icde", "international conference on data engineering"),
    _conference("pods", "principles of database systems"),
    _conference("cidr", "innovative data systems research"),
    _conference("chi", "human factors in computing systems"),
    _conference("uist", "user interface software and technology"),
    _conference("cscw", "computer supported cooperative work"),
    _conference("ubicomp", "pervasive and ubiquitous computing"),
    _conference("sigmetrics", "measurement and modeling of computer systems"),
    _conference(
        "mm acmmm",
        "international conference on multimedia",
        "acm conference on multimedia",
        "acm multimedia",
    ),
    # Their proceedings are "The Semantic Web", which names none of the two.
    _conference("iswc-proceedings", "international semantic web conference"),
    _conference(
        "eswc-proceedings", "extended semantic web conference", "european semantic web conference"
    ),
    _conference("icmr", "international conference on multimedia retrieval"),
    _conference("icme", "international conference on multimedia and expo"),
    _conference("asonam", "advances in social networks analysis and mining"),
    _conference(
        "bigdata",
        "ieee international conference on big data",
        "international conference on big data",
    ),
    _conference("soda", "symposium on discrete algorithms"),
    _conference("stoc", "symposium on theory of computing"),
    _conference("focs", "foundations of computer science"),
    _conference("alenex", "algorithm engineering and experiments"),
    _conference("icalp", "automata languages and programming"),
    _conference("itcs", "innovations in theoretical computer science"),
    _conference("ec", "conference on economics and computation", "electronic commerce"),
    _conference("popl", "principles of programming languages"),
    _conference("pldi", "programming language design and implementation"),
    _conference("oopsla", "object oriented programming systems languages and applications"),
    _conference("icse", "international conference on software engineering"),
    _conference("fse esec/fse", "foundations of software engineering"),
    _conference("sc supercomputing", "high performance computing networking storage and analysis"),
    _conference("sosp", "symposium on operating systems principles"),
    _conference("osdi", "operating systems design and implementation"),
    _conference("nsdi", "networked systems design and implementation"),
    _conference("sigcomm", "data communication"),
    _conference("ccs", "computer and communications security"),
    _conference("sp oakland", "symposium on security and privacy"),
    _conference("usenix-security", "usenix security symposium", "usenix security"),
    _conference("ndss", "network and distributed system security"),
    _conference(
        "crypto", "annual international cryptology conference", "advances in cryptology crypto"
    ),
    _conference("asiacrypt", "advances in cryptology asiacrypt"),
    _conference("eurosp eurosandp", "european symposium on security and privacy"),
    _conference("eurocrypt", "theory and applications of cryptographic techniques"),
    _conference("icra", "international conference on robotics and automation"),
    _conference("iros", "intelligent robots and systems"),
    _conference("rss", "robotics science and systems"),
    _conference("siggraph", "computer graphics and interactive techniques"),
    _conference(
        "aamas",
        "autonomous agents and multiagent systems",
        "autonomous agents and multi agent systems",
    ),
    _conference("icaps", "automated planning and scheduling"),
    _conference("gecco", "genetic and evolutionary computation"),
    _conference("ijcnn", "international joint conference on neural networks"),
    _conference("icann", "international conference on artificial neural networks"),
    _conference("facct fat", "fairness accountability and transparency"),
    _conference("aies", "ai ethics and society"),
    _conference("hpca", "high performance computer architecture"),
    _conference("isca", "international symposium on computer architecture"),
    _conference("micro", "international symposium on microarchitecture"),
    _conference("asplos", "architectural support for programming languages and operating systems"),
    _conference("aspdac", "asia and south pacific design automation conference"),
    _conference("dac", "design automation conference"),
    _conference("iccad", "international conference on computer aided design"),
    _conference("ppopp", "principles and practice of parallel programming"),
    _conference("spaa", "parallelism in algorithms and architectures"),
    _conference("podc", "principles of distributed computing"),
    _conference(
        "hpdc",
        "high performance parallel and distributed computing",
        "high performance distributed computing",
    ),
    _conference("ipdps", "international parallel and distributed processing symposium"),
    _conference("icpp", "international conference on parallel processing"),
    _conference("atc usenix-atc", "usenix annual technical conference"),
    _conference("eurosys", "european conference on computer systems", "eurosys conference"),
    _conference("hotnets", "hot topics in networks"),
    _conference("hotos", "hot topics in operating systems"),
    _conference("mobicom", "international conference on mobile computing and networking"),
    _conference("mobisys", "mobile systems applications and services"),
    _conference("mobihoc", "mobile ad hoc networking and computing"),
    _conference("sensys", "embedded networked sensor systems"),
    _conference("infocom", "conference on computer communications"),
    _conference("imc", "internet measurement conference"),
    _conference("conext", "emerging networking experiments and technologies"),
    _conference(
        "globecom", "global communications conference", "global telecommunications conference"
    ),
    _conference("isit", "international symposium on information theory"),
    _conference("cav", "computer aided verification"),
    _conference("tacas", "tools and algorithms for the construction and analysis of systems"),
    _conference("lics", "symposium on logic in computer science"),
    _conference("ecoop", "european conference on object oriented programming"),
    _conference("vmcai", "verification model checking and abstract interpretation"),
    _conference("fmcad", "formal methods in computer aided design"),
    _conference("cade", "international conference on automated deduction"),
    _conference("concur", "international conference on concurrency theory"),
    _conference("stacs", "symposium on theoretical aspects of computer science"),
    _conference("esa", "european symposium on algorithms"),
    _conference("mfcs", "mathematical foundations of computer science"),
    _conference("socg", "symposium on computational geometry"),
    _conference("icdt", "international conference on database theory"),
    _conference("edbt", "extending database technology", "advances in database technology"),
    _conference("dasfaa", "database systems for advanced applications"),
    _conference("ase", "international conference on automated software engineering"),
    _conference("issta", "international symposium on software testing and analysis"),
    _conference("msr", "mining software repositories"),
    _conference("saner", "software analysis evolution and reengineering"),
    _conference("icsme", "international conference on software maintenance and evolution"),
    _conference("pkc", "public key cryptography"),
    _conference("tcc", "theory of cryptography"),
    _conference("ches", "cryptographic hardware and embedded systems"),
    _conference("acns", "applied cryptography and network security"),
    _conference("esorics", "european symposium on research in computer security"),
    _conference("acsac", "annual computer security applications conference"),
    _conference("csf", "computer security foundations symposium"),
    _conference("soups", "symposium on usable privacy and security"),
    _conference("isbi", "international symposium on biomedical imaging"),
    _conference("ipmi", "information processing in medical imaging"),
    _conference("cdc", "conference on decision and control"),
    _conference("acc", "american control conference"),
    _conference("hri", "international conference on human robot interaction"),
    _conference("iui", "international conference on intelligent user interfaces"),
    _conference("ismir", "music information retrieval conference"),
    _conference("dcc", "data compression conference"),
    _conference("itsc", "international conference on intelligent transportation systems"),
    _conference("ppsn", "parallel problem solving from nature"),
    _conference("cec", "congress on evolutionary computation"),
    _conference(
        "icwsm",
        "conference on web and social media",
        "international conference on weblogs and social media",
    ),
    _conference("jcdl", "joint conference on digital libraries"),
    _conference("hicss", "hawaii international conference on system sciences"),
    _conference("ismar", "international symposium on mixed and augmented reality"),
    _conference("eurographics", "european association for computer graphics"),
    _conference("eurovis", "eurographics conference on visualization"),
    _journal("inventiones", "inventiones mathematicae"),
    _journal("sciencemag", "science", "science new york n y", "science new york ny"),
    _journal("naturemag", "nature"),
    _journal("cellmag", "cell"),
    _journal("lancetmag", "lancet", "the lancet", "lancet london england"),
    _journal("jmlr", "journal of machine learning research"),
    _journal("tmlr", "transactions on machine learning research"),
    _journal("ml mlj", "machine learning"),
    _journal("jair", "journal of artificial intelligence research"),
    _journal("aij", "artificial intelligence"),
    _journal("tacl", "transactions of the association for computational linguistics"),
    _journal("cl", "computational linguistics"),
    _journal("tpami pami", "ieee transactions on pattern analysis and machine intelligence"),
    _journal("ijcv", "international journal of computer vision"),
    _journal("tnnls", "ieee transactions on neural networks and learning systems"),
    _journal("tkde", "ieee transactions on knowledge and data engineering"),
    _journal("tip", "ieee transactions on image processing"),
    _journal("pvldb", "proceedings of the vldb endowment", "vldb endowment"),
    _journal("pacmpl", "proceedings of the acm on programming languages"),
    _journal("pacmmod", "proceedings of the acm on management of data"),
    _journal("pomacs", "proceedings of the acm on measurement and analysis of computing systems"),
    _journal("pacmhci", "proceedings of the acm on human computer interaction"),
    _journal(
        "imwut",
        "proceedings of the acm on interactive mobile wearable and ubiquitous technologies",
    ),
    _journal("tois", "acm transactions on information systems"),
    _journal("tog", "acm transactions on graphics"),
    _journal("cacm", "communications of the acm"),
    _journal("jacm", "journal of the acm"),
    _journal(
        "pnas",
        "proceedings of the national academy of sciences",
        "proceedings of the national academy of sciences of the united states of america",
        "proc natl acad sci u s a",
    ),
    # PubMed names the parts of these by their subjects.
    _journal(
        "prsb",
        "proceedings of the royal society b",
        "proceedings of the royal society b biological sciences",
        "proc r soc b",
        "proceedings biological sciences",
    ),
    _journal(
        "prsa",
        "proceedings of the royal society a",
        "proceedings of the royal society a mathematical physical and engineering sciences",
        "proc r soc a",
        "proceedings mathematical physical and engineering sciences",
    ),
    _journal(
        "nima nim-a",
        "nim a",
        "nuclear instruments and methods in physics research section a accelerators "
        "spectrometers detectors and associated equipment",
    ),
    _journal(
        "nimb nim-b",
        "nim b",
        "nuclear instruments and methods in physics research section b beam interactions with "
        "materials and atoms",
    ),
    _journal(
        "aihpb",
        "annales de institut henri poincare probabilites et statistiques",
        "annales de institut henri poincare b probabilites et statistiques",
        "annales de institut henri poincare b probability and statistics",
    ),
    # Both are "Ann. Phys.", which catalogues tell apart by their places.
    _journal("annphysik", "annalen der physik", "ann phys berlin", "ann phys leipzig"),
    _journal("annphys", "annals of physics", "ann phys n y", "ann phys ny", "ann phys new york"),
    _journal("prl", "physical review letters"),
    _journal("jhep", "journal of high energy physics"),
    _journal("apj", "astrophysical journal"),
    _journal("apjl", "astrophysical journal letters", "apj letters", "apj lett"),
    _journal("pieee", "proceedings of the ieee"),
    _journal("mnras", "monthly notices of the royal astronomical society"),
    _journal("nejm", "new england journal of medicine"),
    _journal(
        "jama",
        "journal of the american medical association",
        "jama the journal of the american medical association",
    ),
    _journal("bmj", "british medical journal", "british medical journal clinical research ed"),
    _journal("cgf", "computer graphics forum"),
    _journal("tvcg", "ieee transactions on visualization and computer graphics"),
    _journal("popets pets", "proceedings on privacy enhancing technologies"),
    _journal(
        "ufn",
        "physics uspekhi",
        "phys usp",
        "uspekhi fizicheskikh nauk",
        "uspekhi fizicheskih nauk",
        "usp fiz nauk",
    ),
    _journal("joss", "journal of open source software"),
    _journal("jaamas", "autonomous agents and multi agent systems"),
    _journal("lre", "language resources and evaluation"),
    _journal("nar", "nucleic acids research"),
    _journal(
        "crelle",
        "crelles journal",
        "crelle s journal",
        "journal fur die reine und angewandte mathematik",
    ),
)

# Short names of journals that stand alone, as their readers write them, and the names.
SHORT_JOURNALS: Final = {
    "aer": "american economic review",
    "emse": "empirical software engineering",
    "jacc": "journal of the american college of cardiology",
    "jasist": "journal of the association for information science and technology",
    "jctc": "journal of chemical theory and computation",
    "ra-l": "ieee robotics and automation letters",
    "tro": "ieee transactions on robotics",
    "qje": "quarterly journal of economics",
    "jpe": "journal of political economy",
    "jasa": "journal of the american statistical association",
    "pra": "physical review a",
    "prb": "physical review b",
    "prc": "physical review c",
    "prd": "physical review d",
    "pre": "physical review e",
    "prx": "physical review x",
    "rmp": "reviews of modern physics",
    "apjs": "astrophysical journal supplement series",
    "pasp": "publications of the astronomical society of the pacific",
    "jcap": "journal of cosmology and astroparticle physics",
    "cqg": "classical and quantum gravity",
    "jfm": "journal of fluid mechanics",
    "jacs": "journal of the american chemical society",
    "jpcl": "journal of physical chemistry letters",
    "pccp": "physical chemistry chemical physics",
    "apl": "applied physics letters",
    "njp": "new journal of physics",
    "jbc": "journal of biological chemistry",
    "mbe": "molecular biology and evolution",
    "rfs": "review of financial studies",
    "restud": "review of economic studies",
    "aoas": "annals of applied statistics",
    "tsp": "ieee transactions on signal processing",
    "tac": "ieee transactions on automatic control",
    "toplas": "acm transactions on programming languages and systems",
    "tods": "acm transactions on database systems",
    "tocs": "acm transactions on computer systems",
    "tosem": "acm transactions on software engineering and methodology",
    "tochi": "acm transactions on computer human interaction",
    "tcad": "ieee transactions on computer aided design of integrated circuits and systems",
    "tpds": "ieee transactions on parallel and distributed systems",
    "tse": "ieee transactions on software engineering",
    "tmi": "ieee transactions on medical imaging",
    "sicomp": "siam journal on computing",
    "jcss": "journal of computer and system sciences",
    "sinum": "siam journal on numerical analysis",
    "sisc": "siam journal on scientific computing",
    "sirev": "siam review",
    "cmame": "computer methods in applied mechanics and engineering",
    "ijnme": "international journal for numerical methods in engineering",
    "jdg": "journal of differential geometry",
    "gafa": "geometric and functional analysis",
    "tams": "transactions of the american mathematical society",
    "cpam": "communications on pure and applied mathematics",
    "grl": "geophysical research letters",
    "epsl": "earth and planetary science letters",
    "gca": "geochimica et cosmochimica acta",
    "pmlr": "proceedings of machine learning research",
    "lipics": "leibniz international proceedings in informatics",
    "lncs": "lecture notes in computer science",
    "lnai": "lecture notes in artificial intelligence",
}

# Journals that print the papers of conferences, by the conferences' keys.
PRINTED_IN: Final = {
    "vldb": "pvldb", "sigmod": "pacmmod", "pods": "pacmmod", "popl": "pacmpl", "pldi": "pacmpl",
    "oopsla": "pacmpl", "sigmetrics": "pomacs", "cscw": "pacmhci",
    "ubicomp": "imwut", "siggraph": "tog", "eurographics": "cgf",
    "eurovis": "cgf",
}  # fmt: skip

# Of these, most papers are in proceedings of their own: they moved in 2023.
MOVED: Final = frozenset(("pldi", "pods", "sigmod"))

# Words by which one sees that a journal's name is Russian, Chinese or Japanese in Latin letters.
# Such journals appear in English under another name.
ABROAD: Final = frozenset(
    "akademii avtomat dokl doklady ekologiya eksp eksperimental fiz fizika fizicheskih "
    "fizicheskikh fizicheskoi funkts funktsional issled issledovaniya izv izvestiya khim "
    "khimiya kibern matematicheskie matematicheskii matematicheskij mekh nauk nauka nauki "
    "pisma prikl prikladnaya prilozhen primen sb sbornik sib sibirskii tekh tekhnicheskoi "
    "telemekh teor teoret teoreticheskaya trudy uch uchenye usp uspekhi vestn vestnik vopr "
    "voprosy vychisl zametki zap zapiski zh zhurnal zhonghua zhongguo xuebao zazhi zhi xue "
    "huaxue wuli gakkai gakkaishi ronbunshu ronbunshi zasshi kaishi kenkyu hokoku nihon "
    "nippon yakugaku".split()
)

# Series that publish the proceedings of many venues.
SERIES: Final = frozenset(
    (
        "lecture notes in computer science",
        "lecture notes in artificial intelligence",
        "lncs",
        "lnai",
        "proceedings of machine learning research",
        "pmlr",
        "jmlr workshop and conference proceedings",
        "communications in computer and information science",
        "advances in intelligent systems and computing",
        "acm international conference proceeding series",
        "ceur workshop proceedings",
        "leibniz international proceedings in informatics",
        "lipics",
        "frontiers in artificial intelligence and applications",
        "ifip advances in information and communication technology",
        "lecture notes in mathematics",
        "acm sigplan notices",
        "procedia computer science",
        "journal of physics conference series",
        "aip conference proceedings",
    )
)
# How the names of further series begin.
SERIES_BEGIN: Final = (
    "lecture notes in ",
    "lecture notes on ",
    "springer proceedings in ",
    "springer tracts in ",
    "proceedings of spie",
    "proc spie",
    "spie proceedings",
    "ifip advances in ",
    "studies in computational intelligence",
    "studies in health technology and informatics",
    "smart innovation systems and technologies",
    "electronic proceedings in theoretical computer science",
    "electronic notes in theoretical computer science",
    "oasics",
    "epic series in ",
    "iop conference series",
    "iop conf ser",
    "aip conf proc",
    "e3s web of conferences",
    "epj web of conferences",
    "matec web of conferences",
    "itm web of conferences",
    "dimacs series in ",
    "contemporary mathematics",
)
