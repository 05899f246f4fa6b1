"""Braces of titles that protect no capital, as reference managers write them.

Zotero's BibTeX has braces about each word with a capital, Better BibTeX's about runs of them,
Mendeley's and NASA ADS's about the whole title. Styles with sentence case lower the words in
such braces.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex
from refcore.text.titlecase import is_foreign, is_foreign_name, is_title_case

__all__ = [
    "is_plainly_english",
    "names_nothing",
    "with_adverbs",
    "with_common_subtitle",
    "with_names",
    "with_places",
    "without_braces",
]

# Not the rest of a name, as in "U-{Net}".
_BRACED: Final = regex(r"(?<!\b[A-Za-z0-9]-)<span class=\"nocase\">([^<>]*)</span>(?!\w)")
_BRACED_START: Final = regex(
    r"(?<=[:.?!—] )<span class=\"nocase\">(An?|The|How|What|Why|When|Is|Are|On|In|From|Towards?)"
    r"</span>"
)
_BRACED_WHOLE: Final = regex(r"<span class=\"nocase\">((?:[^\s<>]+ ){2,30}[^\s<>]+)</span>")
# Words within a title that are not names. One of the first group, or two of the others, decide.
_NO_NAME: Final = regex(
    r"(?:And|All|Any|Of|For|To|From|With|Without|Between|Using|Toward|Towards|Through|During|Is|Are|Was|Do"
    r"|Does|Can|Its|Their|Our|Your|My|How|What|Why|When|Some|Not|But|That|This|More|Against|Among"
    r"|About|Into|Under|Over|We|You|They|Should|Could|Would|Than|Have|Has|Be|Been)"
)
_HARDLY_A_NAME: Final = regex(
    r"New|(?:Health|Effect|Stud[iy]e?|Model|Theor[iy]e?|Science|Method|System|World|Life|Role|Impact"
    r"|Work|School|Brain|Memor[iy]e?|Change|Language|Network|Child|Children|Women|Men|People|Data"
    r"|Approache?|Group|Power|Design|Culture|Mind|Survey|Review|Practice|Problem|Process(?:es)?)s?"
    r"|[A-Z][a-z]+(?:[ts]ions?|[ao]m[yi]e?s?|graphy|metry|istry|icine|cultures?|ment|ments|ness"
    r"|ity|ities|ance|ence|ical|ology|ive|ous|ful|less|ysis|ship|sts|wards?|ing|ies|ism|isms|ial"
    r"|al|ary|ics?|ic)"
)
# The first word of a subtitle, before one in lower case: "Birds: Diseases and care".
_SUBTITLE_WORD: Final = regex(r"(?<=[^:]: )[A-Z][a-z]+(?= [a-z]|\Z)")
# Words of titles that are not names by themselves, by what they say.
_COMMON: Final = frozenset(
    # people and their lives
    "adult adults age aging art artist artists author authors babies baby bodies body boy boys "
    "care career child childhood children citizens class community couples crime daughter "
    "daughters death doctors families family father fathers friend friends gender girl girls "
    "grief happiness happy health home homes house human humans husband infants kids leader "
    "leaders learners life lives living love man marriage men mind minds mother mothers parent "
    "parents patient patients people person pleasure poor race rich self sex skills sleep "
    "sleeping society son sons soul students teacher teachers teen teens voice voices wife "
    "woman women worker workers writer writers young youth "
    # study and products
    "almanac anthology bibliography cinema dictionary encyclopaedia encyclopedia glossary "
    "analysis answer answers approach approaches argument aspects atlas basis book books brief "
    "case cases century chapter choice code companion concept concepts context control course "
    "data decade design diary draft essay essays evidence fact facts fiction field fields film "
    "films forms foundations framework game games guide handbook history idea ideas image "
    "images index introduction issue issues knowledge language languages law laws learning "
    "lecture lectures lesson lessons letters library limits list literature logic manual map "
    "maps meaning means media memoir memory method methods model modeling modelling models "
    "music myth myths nature note notes novel novelist novels number numbers object objects "
    "order origin origins overview painting pattern patterns play plays poem poems poetry "
    "practice primer principles problem problems process program programs project proof "
    "question questions reader reading reason report reports research result results review "
    "role rule rules scale school schools science sciences secret secrets sense short sign "
    "signs skill song songs source sources space speech statistics stories story structure "
    "structures studies study style subject survey symbol symbols system systems tale tales "
    "task tasks technique techniques test testing tests text texts theories theory things "
    "thinking thought thoughts tool tools topic topics training treatment trends trial trials "
    "truth understanding use user users view views vision war ways word words work works world "
    "writing writings "
    # nature and society
    "air animal animals bank behavior behaviour bird birds brain business cancer cell cells "
    "change changes cities city climate coast color colour cost costs countries country culture "
    "cultures day days deep disease diseases drug drugs earth economy effect effects energy "
    "engine engines evening fire fish flood flow flower flowers food forest forests future "
    "garden gardens gene genes gold government green ground growth heart heat hill hills ice "
    "impact impacts income industry island islands job jobs justice labor labour lake lakes "
    "land landscape light market markets matter meal metal money moon morning mountain "
    "mountains network networks night ocean oceans oil pain past peace place places plant "
    "plants politics population poverty power price prices public rain region regions "
    "revolution risk risks river rivers road roads rock rocks room sea seas season seasons "
    "shadow shadows sky snow soil soils sound speed spring stars state states stone stones "
    "storm storms street streets summer sun surface taste tax technology threat time times town "
    "towns trade transport tree trees value values violence virus wall walls waste water waters "
    "wave waves wealth weather wild wind winds winter wood woods year years "
    # actions and artefacts
    "access action actions activity adoption advice agent agents aid alarm algorithm algorithms "
    "alternative alternatives anxiety apps assault asset assets attack attacks attention "
    "attitude attitudes audience audiences autonomy average awareness axis ballad bargain "
    "barrier barriers base battle battles beauty bed belief beliefs benefit benefits bias birth "
    "blood bond bonds bone boundaries boundary box breast bridge bridges budget burden cancers "
    "capital capitalism carbon casebook catalog cause causes challenge challenges chance "
    "chemical chemicals cinema circuit circuits claim claims classroom classrooms closet cloud "
    "clouds clues cognition cohort collapse collection college colleges colony comedy comfort "
    "comment comments commons compass computer computers computing conflict conflicts conquest "
    "consumer consumers contact core corpus cotton county courage craft crimes crises crisis "
    "cross crowd cure currency cycle cycles damage dance danger debate debates debt deficit "
    "degree degrees delay demand desert desire despair detail detective device devices dialogue "
    "diet dilemma dilemmas discourse discourses display divide dream dreams drive driver "
    "drivers duty dynamics ear ease editor editors elections electron element elements elite "
    "elites emotion emotions empire empires enemy entropy equality equation equations era error "
    "errors ethics event events everyday everything everywhere exchange exercise exile expert "
    "experts exposure expression face faces factor factors failure faith fall farm farmers fate "
    "fatigue fear feature features feedback feeling feelings fever fiber fight finance findings "
    "finger fitness flight fluid focus folk force forces form format forum fraud freedom "
    "frontier frontiers function functions funds fusion gap gaps gas gaze genetics genre genres "
    "ghost ghosts gift glass goal goals goods graph graphics graphs gravity grid guilt gun guns "
    "hand hands harm harvest hate head hearing hell help hero heroes hope horizon horizons "
    "horror host household households housing hunger hunting identities identity illness "
    "illusion inequality inference inferences influence injuries injury insight insights "
    "insurance intent interest interests interface interfaces internet interview interviews "
    "intuition journey journeys joy judge judges key keys kingdom lab labs lay lens liberty "
    "lifestyle line lines literacy load loss machine machines magic mapping mass masses master "
    "masters mental mercy message messages metaphor metaphors migrants minority mirror mirrors "
    "mobile mode mood moral morality morals motion movement movements muscle museum museums "
    "mystery narrative narratives nation nations needs nerve nest nets news noise norm norms "
    "nursing obesity opera opinion opinions option options orbit outcome outcomes palace "
    "pandemic panel paper papers paradigm paradox part particle particles parts passion path "
    "paths pathway pathways peer peers peoples performance phase philosophy phone phones photo "
    "photographs physician physicians piano pilot plan plans plasma platform platforms plot "
    "police policies policy pollen port practices prayer preference preferences pressure prey "
    "pride prince prison prisons product products profile profiles profit profits progress "
    "promise protein proteins protest protests purpose quest races radio range rate rates ratio "
    "readers recovery reform reforms refugee refugees relief repair replication rescue resource "
    "resources response responses rest retail return revolutions rhetoric rhythm rights rise "
    "ritual rituals robot robots rural safety sample samples sand satellite scene scenes "
    "scholar scholars score scores search seed seeds segregation sensor sensors series "
    "sexuality shape shapes ship ships shock side sight site sites skin slave slavery slaves "
    "smell software solution solutions sorrow species spectrum spirit spirits sport sports "
    "stage stages stance standard standards steel step steps stock stocks strategies strategy "
    "stream streams strength stress strike student subjects success sugar suicide support "
    "surgery surveys sustainability table talent talk target targets taxes teaching team teams "
    "tension territory terror textbook theater theatre therapies therapy thesis thread tide "
    "tissue tourism tower trace traces track tradition traditions traffic tragedy trail trails "
    "trap trauma travel treatise treatments trend triumph trouble trust turn twins type types "
    "universe universities university urban vaccine vaccines variable variables variation "
    "vehicle vehicles verse victim victims video videos village villages virtue virtues visit "
    "volume vote voters voting voyage walk warming warning wars weight well wellbeing wheel "
    "will window windows wine wisdom witness worlds wound wounds "
    # kinds and degrees
    "ancient bad beautiful best better big brave bright broken clean close cold common complete "
    "dark dead digital dirty early empty fast final first free full global golden good great "
    "hidden high hot invisible large last late little local long lost low many modern natural "
    "new old open perfect personal possible private quiet rare real silent simple slow small "
    "social soft special strange strong sudden third true uncertain virtual visible white wide "
    "wise wrong".split()
)
# Persons in the names of terms, works, firms and species.
_EPONYMS: Final = frozenset(
    "Alzheimer Arabidopsis Aristotelian Aristotle Augustine Bayes Bayesian Beethoven Bernoulli "
    "Bible Biblical Boltzmann Boolean Bose Bourdieu Brownian Buddha Byzantine Caesar Cartesian "
    "Cauchy Celtic Chomsky Confucian Coulomb Crohn Dante Darwin Darwinian Deleuze Derrida "
    "Descartes Dickens Dirac Doppler Drosophila Durkheim Ebola Edwardian Einstein Elizabethan "
    "Escherichia Euclid Euclidean Euler Eulerian Facebook Fermat Fermi Foucault Fourier Freud "
    "Freudian Galileo Gandhi Gauss Gaussian Gibbs Goethe Google Gothic Habermas Hamiltonian "
    "Hegel Hegelian Heidegger Heisenberg Hessian Hilbert Hitler Hobbes Hodgkin Homeric Hubble "
    "Huntington Husserl Instagram Jacobian Kafka Kalman Kant Kantian Kepler Keynes Keynesian "
    "Kolmogorov Lagrange Lagrangian Laplace Laplacian Lebesgue Leibniz Lenin Linux Lipschitz "
    "Lorentz Lutheran Lyapunov Machiavelli Markov Markovian Marx Marxism Marxist Maxwell "
    "Medicaid Medicare Microsoft Mozart Napoleon Napoleonic Nash Nazi Neanderthal Newton "
    "Newtonian Nietzsche Olympic Olympics Pareto Parkinson Pavlov Petri Piaget Planck Plato "
    "Platonic Poisson Python Quaker Rawls Riemann Riemannian Rousseau Salmonella Sartre "
    "Shakespeare Shakespearean Socrates Socratic Spinoza Stalin Stalinist Talmud Tolstoy Torah "
    "Turing Twitter Unix Vygotsky Wagner Wikipedia Wittgenstein Zika Zionism Zionist".split()
)
# Places, peoples and languages, which keep their capitals with or without braces.
_PLACES: Final = frozenset(
    "Aberdeen Adriatic Aegean Afghan Afghanistan Africa African Africans Alabama Alaska Albania "
    "Albanian Alberta Algeria Algerian Algiers Alps Alsace Amazon America American Americans "
    "Amsterdam Anatolia Anatolian Andalusia Andes Angola Angolan Ankara Antarctic Antarctica "
    "Antwerp April Arab Arabia Arabic Arabs Arctic Argentina Argentine Argentinian Arizona "
    "Arkansas Armenia Armenian Asia Asian Asians Athens Atlantic Auckland Auschwitz Australia "
    "Australian Austria Austrian Azerbaijan Aztec Aztecs Babylonian Baghdad Bahrain Balinese "
    "Balkans Baltic Baltimore Bangkok Bangladesh Bangladeshi Barbados Barcelona Basel Basque "
    "Bavaria Bavarian Beijing Beirut Belarus Belfast Belgian Belgium Belize Bengal Bengali Benin "
    "Berber Berlin Bermuda Bern Bhutan Birmingham Bogota Bolivia Bolivian Bologna Bombay Bonn "
    "Bosnia Bosnian Bosphorus Boston Botswana Brazil Brazilian Brighton Brisbane Bristol Britain "
    "British Brittany Brno Bronx Brooklyn Bruges Brunei Brussels Bucharest Budapest Buddhist "
    "Bulgaria Bulgarian Burgundy Burma Burmese Burundi Cairo Calcutta California Californian "
    "Cambodia Cambodian Cambridge Cameroon Canada Canadian Cardiff Caribbean Carolina Carpathian "
    "Carpathians Caspian Catalan Catalonia Catholic Caucasus Ceylon Chechen Chernobyl Cherokee "
    "Cheshire Chicago Chile Chilean China Chinese Christian Christianity Christmas Cologne "
    "Colombia Colombian Colorado Congo Congolese Connecticut Copenhagen Cornwall Corsican "
    "Coventry Crete Crimea Croatia Croatian Cuba Cuban Cumbria Cypriot Cyprus Czech Dakar Dakota "
    "Dallas Dalmatia Damascus Danes Danish Danube December Delaware Delhi Denmark Denver Detroit "
    "Devon Dominica Dorset Dresden Dublin Durban Dutch Easter Ecuador Edinburgh Egypt Egyptian "
    "Egyptians England English Eritrea Essex Estonia Estonian Ethiopia Ethiopian Etruscan "
    "Eurasian Europe European Europeans Exeter February Fiji Filipino Finland Finnish Flanders "
    "Flemish Florida France Frankfurt Franks French Friday Fukushima Gaelic Galicia Galway "
    "Gambia Gaza Geneva Genoa Georgia Georgian German Germans Germany Ghana Ghanaian Ghent "
    "Gibraltar Glasgow Gothenburg Greece Greek Greeks Greenland Grenada Guatemala Guinea Gujarat "
    "Gujarati Guyana Haiti Haitian Hamburg Hampshire Hanoi Hanseatic Harlem Hausa Havana Hawaii "
    "Hebrew Helsinki Himalaya Himalayas Hindi Hindu Hiroshima Hispanic Hispaniola Hollywood "
    "Honduras Honolulu Houston Huguenot Huguenots Hungarian Hungary Iberian Iceland Icelandic "
    "Idaho Igbo Illinois Inca Incas India Indian Indiana Indians Indonesia Inuit Iowa Iran "
    "Iranian Iraq Iraqi Ireland Irish Islam Islamic Israel Israeli Istanbul Italian Italy "
    "Jakarta Jamaica January Japan Japanese Javanese Jerusalem Jesuit Jesuits Jewish Jews "
    "Johannesburg July June Jutland Kabul Kansas Karachi Kashmir Kazakh Kazakhstan Kent Kentucky "
    "Kenya Kenyan Kerala Khmer Kiev Kolkata Korea Korean Kosovo Krakow Kurdish Kurdistan Kurds "
    "Kuwait Kyiv Kyoto Kyrgyzstan Lagos Lancashire Laos Lapland Latin Latina Latino Latvia "
    "Latvian Lausanne Lebanese Lebanon Leeds Leicester Leipzig Leningrad Lesotho Levant Liberia "
    "Libya Libyan Lincolnshire Lisbon Lithuania Lithuanian Liverpool Ljubljana Lombardy London "
    "Lorraine Louisiana Louisville Luxembourg Lyon Macau Macedonia Macedonian Madagascar Madrid "
    "Maine Malagasy Malawi Malay Malaysia Malaysian Maldives Mali Malta Maltese Manchester "
    "Manchuria Mandarin Manhattan Manila Manitoba Maori Marseille Maryland Massachusetts "
    "Mauritius Maya Mayan Mecca Mediterranean Melbourne Memphis Mesopotamia Mexican Mexico Miami "
    "Michigan Milan Minneapolis Minnesota Mississippi Missouri Moldova Monday Mongol Mongolia "
    "Mongolian Mongols Montana Montenegro Montreal Moroccan Morocco Moscow Mozambique Mumbai "
    "Munich Muslim Muslims Myanmar Nairobi Namibia Nanjing Naples Navajo Nebraska Nepal Nepalese "
    "Nepali Netherlands Nevada Newcastle Newfoundland Nicaragua Niger Nigeria Nigerian Nile "
    "Nordic Norfolk Norman Normandy Normans Norse Northumbria Norway Norwegian Norwich "
    "Nottingham Nottinghamshire November October Ohio Okinawa Oklahoma Oman Ontario Oregon "
    "Orkney Osaka Oslo Ottawa Ottoman Oxford Oxfordshire Pacific Pakistan Pakistani Palermo "
    "Palestine Palestinian Panama Paraguay Paris Pashtun Patagonia Pennsylvania Persian Perth "
    "Peru Peruvian Philadelphia Philippines Phoenician Piedmont Pittsburgh Plymouth Poland "
    "Polynesia Polynesian Pompeii Portugal Portuguese Prague Pretoria Protestant Provence "
    "Prussia Prussian Punjab Punjabi Puritan Puritans Pyrenees Qatar Quebec Quebecois Quechua "
    "Queensland Rajasthan Reykjavik Rhine Rhineland Riga Roman Romania Romans Rome Rotterdam "
    "Russia Russian Rwanda Rwandan Sahara Sahel Salzburg Sami Samoa Sanskrit Sarajevo Sardinia "
    "Saskatchewan Saturday Saudi Saxon Saxons Saxony Scandinavia Scandinavian Schleswig Scotland "
    "Scottish Seattle Senegal Senegalese Seoul September Serbia Serbian Seville Shanghai "
    "Sheffield Shetland Siberia Sicilian Sicily Sikh Sikhs Silesia Sinai Singapore Sinhalese "
    "Sinti Slavic Slovak Slovakia Slovenia Slovenian Somali Somalia Southampton Soviet Spain "
    "Spanish Stalingrad Stockholm Stuttgart Sudan Sudanese Suffolk Sumatra Sumerian Sunday "
    "Surrey Sussex Swahili Sweden Swedish Swiss Switzerland Sydney Syria Syrian Taipei Taiwan "
    "Taiwanese Tajikistan Tallinn Tamil Tanzania Tanzanian Tasmania Tatar Tehran Tennessee Texas "
    "Thai Thailand Thames Thracian Thursday Tibet Tibetan Togo Tokyo Tonga Toronto Transylvania "
    "Trinidad Tudor Tuesday Tunisia Tunisian Turin Turkey Turkic Turkish Turkmenistan Turks "
    "Tuscany Tyrol Uganda Ugandan Ukraine Ukrainian Ulster Urdu Uruguay Utah Utrecht Uyghur "
    "Uzbekistan Valencia Vancouver Vatican Venetian Venezuela Venezuelan Venice Vermont Verona "
    "Versailles Victorian Vienna Vietnam Vietnamese Viking Vikings Vilnius Virginia Volga Wales "
    "Warsaw Warwick Washington Waterloo Wednesday Welsh Wessex Westminster Whitehall Wisconsin "
    "Wuhan Wyoming Yemen Yiddish Yokohama York Yorkshire Yoruba Yugoslavia Yukon Zagreb Zambia "
    "Zambian Zanzibar Zealand Zimbabwe Zulu Zurich".split()
)
# Two words that are a name together, whose parts are not names.
_PAIRS: Final = regex(
    r"\b(?:New (?:York|Zealand|Jersey|England|Orleans|Delhi|Mexico)"
    r"|United (?:States|Kingdom|Nations)|(?:First |Second )?World War(?: I{1,2}| One| Two)?"
    r"|(?:North|South|West|East|Central|Latin) (?:America|Africa|Asia|Korea|Germany)"
    r"|Los Angeles|San Francisco|Hong Kong|Middle East|Cold War|European Union|Soviet Union"
    r"|Great Britain|Middle Ages|(?:Near|Far) East(?:ern)?|Down(?= [Ss]yndrome)|Emmett? Till"
    r"|Saint [A-Z][a-z]{2,}"
    r"|Mount (?!Points?\b|Options?\b|Systems?\b)[A-Z][a-z]{2,})\b"
)
# A name with particles: "Vincent van Gogh", "Hasan al-Basri", "Don Quixote de la Mancha".
_PARTICLES: Final = (
    r"(?:(?:al|bin|d['’]|da|das|de|degli|dei|del|della|den|der|di|dos|du|el|ibn|la|las|le|les|lo"
    r"|los|ter|van|von|wa|y|zu|zum|zur) ){1,3}|(?:al|el|as|an|ash|ad|ar)[-'’]"
)
_RAISED_WORD: Final = r"[A-Z\u00c0-\u00de][\w'’-]*"
_WITH_PARTICLE: Final = regex(
    rf"(?<![\w'’>])(?P<given>(?:[A-Z\u00c0-\u00de][\w.'’-]* ){{0,2}})"
    rf"(?P<name>(?:{_PARTICLES}){_RAISED_WORD}(?: (?:{_PARTICLES}){_RAISED_WORD})*)"
    r"(?![^<]*</span>)"
)
_STARTS: Final = regex(r"(?:\A|[:.?!—]\s)\W*\Z")
_MOST_SIGNS: Final = 40  # between a word and the mark before it
_BARE: Final = regex(r"(?<=[^.:?!—] )[A-Z][a-z]{3,}\b")  # "View", without braces
_RAISED: Final = regex(r"[A-Z][a-z'’]*(?:-[A-Za-z][a-z'’]*)*")
_SAFE: Final = regex(  # endings of words that are not names; one such word decides
    r"[A-Z][a-z]+(?:tions?|sions|ments?|ness|olog(?:y|ies)|ities|[a-z]ap(?:y|ies)|[a-z]ysis|icine"
    r"|graphy|osophy|matics|istics|onics|etics|ysics|namics|omics)|[A-Z][a-z]{6,}ing"
)
# Plurals, but for names that end as they do.
_PLURAL: Final = regex(
    r"(?!(?:Adams|Alps|Andes|Andrews|Athens|Balkans|Barnes|Beatles|Brooks|Brussels|Burns|Charles"
    r"|Collins|Davies|Descartes|Dickens|Edwards|Evans|Forbes|Harris|Hawkins|Hayes|Himalayas|Hobbes"
    r"|Hopkins|Hughes|Illinois|James|Jones|Keats|Maldives|Naples|Netherlands|Peters|Philippines"
    r"|Phillips|Richards|Roberts|Rogers|Seychelles|Siemens|Simpsons|Socrates|Stevens|Stokes|Vikings"
    r"|Wales|Watkins|Williams|Yates|Yeats)\Z)[A-Z][a-z]+(?!an)[a-z][^aiousy]s"
)
# Words that title case leaves small as prepositions and conjunctions, and that are often not; and
# a word that begins a quotation, as in: reads "On the Street".
_ADVERB: Final = regex(
    r"(?<=\s)(?:down|next|off|out|pro|so|till|up)(?=[\s.,:;?!])|(?<=\s[“\"‘])[^\W\d_]+"
)
_FEW: Final = 2  # of so many words at least one is not a name


# Where a meeting was, in the title of its proceedings: "; Bergen, Norway".
_TOWN: Final = regex(r"(?<=; )[A-Z][a-z]{3,}(?=, [A-Z])")
_LOWERED: Final = regex(r"(?<!\w)[^\W\d_]{4,}(?:['’]s)?(?!\w)")
_CAPITAL: Final = regex(r"(?<![\w-])[A-Z][\w-]*")
# An English article that begins a subtitle; "A" is one in other languages too.
_ARTICLE: Final = regex(r": (?:(?:An|The) [A-Z]|A (?P<word>[A-Z][a-z]+))")


def with_names(title: str) -> str:
    """Return an English title with its names that have a particle protected.

    A small word of another language between two words with a capital belongs to a name; a title
    that is raised would raise it too.

    >>> with_names("The Life of Vincent van Gogh")
    'The Life of <span class="nocase">Vincent van Gogh</span>'
    >>> with_names("Theory of de Sitter Space"), with_names("Moss in the Van")
    ('Theory of <span class="nocase">de Sitter</span> Space', 'Moss in the Van')
    """

    def protected(found: re.Match[str]) -> str:
        words, name = found["given"].split(), found["name"]
        given: list[str] = []
        while words and not _is_no_name(words[-1]):
            given.insert(0, words.pop())
        return " ".join([*words, f'<span class="nocase">{" ".join([*given, name])}</span>'])

    return _WITH_PARTICLE.sub(protected, title)


def with_places(lowered: str, title: str) -> str:
    """Return a title that was lowered with the capitals of places, peoples and other names.

    >>> with_places("birds of norway", "Birds of Norway")
    'birds of Norway'
    >>> with_places("the möbius function", "The Möbius Function")
    'the Möbius function'
    >>> with_places("hidden markov models in new york", "Hidden Markov Models in New York")
    'hidden Markov models in New York'
    """
    if len(lowered) != len(title):
        return lowered

    def restored(word: re.Match[str]) -> str:
        written = title[word.start() : word.end()]
        return written if _is_kept(written) or is_foreign_name(written) else word[0]

    found = _LOWERED.sub(restored, lowered)
    for name in (*_PAIRS.finditer(title), *_TOWN.finditer(title)):
        found = found[: name.start()] + name[0] + found[name.end() :]
    return found


def with_adverbs(lowered: str, title: str) -> str:
    """Return a title that was lowered with the capitals of words that are not always small.

    A style that raises titles leaves them small, as they may be prepositions. Where the writer
    raised them, they are adverbs, adjectives or names (CMOS 17, section 8.159).

    >>> with_adverbs("growing up under the next moon", "Growing Up Under the Next Moon")
    'growing Up under the Next moon'
    >>> with_adverbs("moss in “the fen”", "Moss in “The Fen”")
    'moss in “The fen”'
    """
    if len(lowered) != len(title):
        return lowered
    return _ADVERB.sub(lambda word: title[word.start() : word.end()], lowered)


def _is_first(title: str, place: int) -> bool:
    """Return whether a word begins a title, or what follows a mark that ends a part of it.

    >>> _is_first("Birds: Moss", 7), _is_first("Birds in Moss", 9)
    (True, False)
    """
    return bool(_STARTS.search(title, max(0, place - _MOST_SIGNS), place))


def names_nothing(title: str) -> bool:
    """Return whether no capitalised word within a title is likely to be a name.

    >>> names_nothing("Birds in Cities"), names_nothing("Birds in Oslo"), names_nothing("Birds")
    (True, False, False)
    """
    found = [one[0] for one in _CAPITAL.finditer(title) if not _is_first(title, one.start())]
    return bool(found) and all(
        _RAISED.fullmatch(word) and not _is_kept(word) and _is_common(word) for word in found
    )


def with_common_subtitle(title: str) -> str:
    """Return a title in sentence case without a capital on a common word after a colon.

    >>> with_common_subtitle("Birds: Diseases and care"), with_common_subtitle("Birds: Oslo's")
    ('Birds: diseases and care', "Birds: Oslo's")
    """
    return _SUBTITLE_WORD.sub(_lowered_if_common, title)


def _lowered_if_common(word: re.Match[str]) -> str:
    return word[0].lower() if _is_no_name(word[0]) and not _is_kept(word[0]) else word[0]


def is_plainly_english(title: str) -> bool:
    """Return whether the words of a title are English but for names: "Gröbner Bases in Logic".

    >>> is_plainly_english("Gröbner Bases in Logic"), is_plainly_english("Gröbner Nadel")
    (True, False)
    >>> is_plainly_english("Gödel, Escher: An Eternal Braid"), is_plainly_english("Camões: A Vida")
    (True, False)
    """
    words = [one[0] for one in _CAPITAL.finditer(title) if one[0].isascii()]
    if words and all(map(_is_no_name, words)):
        return True
    article = _ARTICLE.search(title)
    return article is not None and (article["word"] is None or _is_no_name(article["word"]))


def without_braces(title: str, language: str) -> str:
    """Return a title without braces that only repeat its title case, as Zotero writes it.

    Braces about each word with a capital, or about each run of them, protect nothing where some
    of these words are not names. Braces about a whole title in sentence case, as Mendeley and NASA
    ADS write them, protect nothing from title case. The title has CSL's small markup in place of
    braces.

    >>> without_braces('Soil and <span class="nocase">Water</span>', "")
    'Soil and Water'
    >>> without_braces('Soil in <span class="nocase">Norway</span>', "")
    'Soil in <span class="nocase">Norway</span>'
    """
    if "nocase" not in title:
        return title
    whole = _BRACED_WHOLE.fullmatch(title)
    if whole is not None:
        is_raised = is_title_case(whole[1], language) or is_foreign(whole[1])
        return title if is_raised else whole[1]
    # An article with a capital at the beginning of a part shows nothing.
    title = _BRACED_START.sub(r"\1", title)
    if _BARE.search(_BRACED.sub("", title)) or not _tells_nothing(_braced_words(title)):
        return title
    freed = _BRACED.sub(lambda run: _freed(run[1]), title)
    return freed if is_title_case(freed, language) else title


def _braced_words(title: str) -> list[str]:
    """Return the braced words with a capital that do not begin a part of a title.

    >>> _braced_words('Soil and <span class="nocase">Water</span>')
    ['Water']
    >>> _braced_words('Soil in <span class="nocase">Norway</span>')
    []
    """
    found: list[str] = []
    for run in _BRACED.finditer(title):
        words = run[1].split()
        if _is_first(title, run.start()):
            del words[0]
        found += [word for word in words if _RAISED.fullmatch(word) and not _is_kept(word)]
    return found


def _tells_nothing(words: list[str]) -> bool:
    """Return whether these braced words are, by themselves, evidence that no names are protected.

    >>> _tells_nothing(["Soil", "Water"]), _tells_nothing(["Norway"])
    (True, False)
    """
    common = [word for word in words if _is_common(word)]
    likely = [word for word in words if word in common or _HARDLY_A_NAME.fullmatch(word)]
    is_told = len(words) >= _FEW and bool(likely)
    return is_told or any(map(_NO_NAME.fullmatch, words)) or 0 < len(words) == len(common)


def _is_kept(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    return word in _PLACES or word in _EPONYMS


def _is_no_name(word: str) -> bool:
    return bool(_is_common(word) or _NO_NAME.fullmatch(word) or _HARDLY_A_NAME.fullmatch(word))


def _is_common(word: str) -> bool:
    return bool(word.lower() in _COMMON or _SAFE.fullmatch(word) or _PLURAL.fullmatch(word))


def _freed(run: str) -> str:
    """Return a run of words without braces; names and words with inner capitals keep theirs.

    >>> _freed("Water"), _freed("in Norway")
    ('Water', 'in <span class="nocase">Norway</span>')
    """
    if _PAIRS.match(run):
        return f'<span class="nocase">{run}</span>'
    return " ".join(
        f'<span class="nocase">{word}</span>'
        if _is_kept(word) or (not word.islower() and not _RAISED.fullmatch(word))
        else word
        for word in run.split(" ")
    )
