"""Countries, towns and places of work, which follow a name and are not names of authors."""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["cut_workplace", "ends_in_country", "is_country", "is_region", "is_town"]

# Left out: those that are given or family names, such as Jordan, Chad, Georgia, Israel and Cuba.
_COUNTRIES: Final = frozenset(
    "algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|"
    "belgique|bolivia|bosnia and herzegovina|brasil|brazil|bulgaria|cambodia|cameroon|canada|"
    "chile|china|colombia|costa rica|croatia|cyprus|czech republic|czechia|denmark|"
    "deutschland|ecuador|egypt|"
    "england|españa|estonia|ethiopia|finland|germany|ghana|greece|hong kong|hungary|iceland|"
    "india|indonesia|iran|iraq|italia|italy|ivory coast|japan|kazakhstan|kenya|korea|kuwait|"
    "latvia|lebanon|lithuania|luxembourg|macau|malaysia|malta|mexico|méxico|moldova|mongolia|"
    "morocco|nepal|new zealand|nigeria|north macedonia|northern ireland|norway|österreich|oman|"
    "p. r. china|p.r. china|pr china|pakistan|panama|peru|philippines|poland|polska|portugal|"
    "qatar|romania|russia|russian federation|saudi arabia|schweiz|scotland|senegal|serbia|"
    "singapore|slovakia|slovenia|south africa|south korea|republic of korea|spain|sri lanka|"
    "suisse|sudan|sweden|switzerland|syria|taiwan|tanzania|thailand|the netherlands|netherlands|"
    "tunisia|turkey|türkiye|uae|uganda|uk|u.k|ukraine|united arab emirates|united kingdom|"
    "united states|united states of america|uruguay|us|usa|u.s.a|uzbekistan|venezuela|vietnam|"
    "viet nam|wales|zimbabwe|россия|украина|中国|日本|대한민국".split("|")
)


def is_country(text: str) -> bool:
    """Return whether a text is the name of a country, as addresses write it.

    >>> is_country("Italy"), is_country("P.R. China."), is_country("Jordan")
    (True, True, False)
    """
    return text.strip(" .;\x1f").casefold() in _COUNTRIES


def ends_in_country(line: str) -> bool:
    """Return whether the last part of a line, between commas, is a country.

    >>> ends_in_country("RIKEN, Wako, Japan"), ends_in_country("Bo Fei, Al Go")
    (True, False)
    """
    _, comma, last = line.rpartition(",")
    return bool(comma) and is_country(last)


# Towns with universities, companies or large hospitals. Towns with names of people
# ("Florence", "Austin", "Paris") count as places only beside a town that is nobody's name.
_TOWNS: Final = frozenset(
    "aachen|aarhus|aberdeen|abu dhabi|baton rouge|el paso|fort worth|las vegas|long beach|"
    "new orleans|san antonio|accra|addis ababa|adelaide|ahmedabad|albany|albuquerque|alicante|"
    "amherst|amsterdam|ankara|ann arbor|antwerp|antwerpen|atlanta|auckland|augsburg|baltimore|"
    "bandung|bangalore|bengaluru|bangkok|barcelona|bari|basel|bath|bayreuth|beijing|beirut|"
    "belfast|belgrade|belo horizonte|bergamo|bergen|berkeley|berlin|bern|bethesda|bielefeld|"
    "bilbao|birmingham|bochum|bogotá|bogota|bologna|bolzano|bonn|bordeaux|boston|boulder|"
    "brasília|braunschweig|bremen|brescia|brest|brisbane|bristol|brno|brussels|bruxelles|"
    "bucharest|budapest|buenos aires|buffalo|busan|cairo|calgary|cambridge|canberra|cape town|"
    "cardiff|casablanca|catania|chandigarh|changchun|changsha|chapel hill|chemnitz|chengdu|"
    "chennai|chicago|chongqing|christchurch|cincinnati|cleveland|cluj|cluj-napoca|coimbra|"
    "cologne|columbus|concepción|copenhagen|cork|coventry|cracow|daejeon|dakar|dalian|darmstadt|"
    "davis|debrecen|delft|delhi|denver|detroit|dhaka|dijon|doha|donostia|dortmund|dresden|"
    "dubai|dublin|duisburg|dunedin|dundee|durban|durham|düsseldorf|dusseldorf|edinburgh|"
    "edmonton|eindhoven|enschede|erlangen|espoo|essen|eugene|evanston|exeter|faisalabad|ferrara|"
    "firenze|frankfurt|freiburg|fribourg|fukuoka|galway|garching|gdansk|gdańsk|geneva|genève|"
    "genoa|genova|ghent|gent|gießen|giessen|glasgow|goettingen|gothenburg|göteborg|göttingen|"
    "granada|graz|greenwich|greifswald|grenoble|groningen|guadalajara|guangzhou|gwangju|haifa|"
    "halifax|halle|hamburg|hamilton|hangzhou|hannover|hanoi|hanover|harbin|hefei|heidelberg|"
    "helsinki|hiroshima|ho chi minh city|hong kong|honolulu|houston|hyderabad|ibadan|iași|"
    "incheon|indianapolis|innsbruck|iowa city|isfahan|islamabad|istanbul|ithaca|izmir|jakarta|"
    "jena|jerusalem|jinan|johannesburg|jülich|kaiserslautern|kampala|kanpur|karachi|karlsruhe|"
    "kassel|kathmandu|kaunas|kharagpur|kiel|kiev|kigali|kobe|kolkata|kraków|krakow|kuala lumpur|"
    "kunming|kyiv|kyoto|la jolla|la plata|lagos|lahore|lanzhou|lausanne|leeds|leicester|leiden|"
    "leipzig|leuven|liège|liege|lille|linköping|linz|lisbon|lisboa|liverpool|ljubljana|lodz|łódź|"
    "london|los angeles|louvain-la-neuve|lübeck|luleå|lund|luxembourg|lviv|lyon|maastricht|"
    "macau|madrid|magdeburg|mainz|málaga|malaga|manaus|manchester|manila|mannheim|marburg|"
    "marseille|medellín|melbourne|memphis|menlo park|messina|mexico city|miami|milan|milano|"
    "milwaukee|minneapolis|minsk|modena|monte carlo|monterrey|montevideo|montpellier|montreal|"
    "montréal|moscow|mountain view|mumbai|munich|münchen|münster|muenster|murcia|nagoya|nairobi|"
    "nanchang|nancy|nanjing|nantes|naples|napoli|nashville|natal|new delhi|new haven|new york|"
    "new york city|newark|newcastle|newcastle upon tyne|nice|nicosia|nijmegen|ningbo|nottingham|"
    "novosibirsk|nuremberg|nürnberg|oakland|odense|oldenburg|olomouc|osaka|oslo|osnabrück|ottawa|"
    "oulu|oviedo|oxford|padova|padua|paderborn|palermo|palo alto|pamplona|parma|pasadena|passau|"
    "patras|pavia|perth|perugia|philadelphia|pilsen|pisa|pittsburgh|plymouth|poitiers|porto|"
    "porto alegre|portland|potsdam|poznań|poznan|prague|praha|pretoria|princeton|providence|"
    "pune|qingdao|quebec|quito|rabat|recife|redmond|regensburg|rehovot|reims|rennes|reykjavik|"
    "reykjavík|riga|rio de janeiro|riyadh|rochester|roma|roorkee|rosario|rostock|rotterdam|rouen|"
    "saarbrücken|sacramento|saint petersburg|salamanca|salerno|salt lake city|salzburg|san diego|"
    "san francisco|san jose|san josé|san sebastián|santa barbara|santa clara|santa cruz|"
    "são carlos|são paulo|sapporo|sarajevo|saskatoon|seattle|sendai|seoul|seville|sevilla|"
    "shanghai|sheffield|shenyang|shenzhen|shiraz|siena|skopje|sofia|southampton|st andrews|"
    "st louis|st. louis|st. petersburg|stavanger|stockholm|strasbourg|stuttgart|sunnyvale|"
    "suwon|szeged|taipei|tallinn|tampere|tartu|tbilisi|tehran|tel aviv|tel-aviv|the hague|"
    "thessaloniki|tianjin|tokyo|torino|toronto|toulouse|trento|trier|trieste|tromsø|trondheim|"
    "tsukuba|tübingen|tuebingen|tucson|tunis|turin|turku|twente|udine|ulm|umeå|uppsala|urbana|"
    "utrecht|valladolid|valparaíso|vancouver|venezia|venice|vienna|vigo|vilnius|wageningen|"
    "warsaw|warszawa|warwick|washington dc|washington, dc|waterloo|weimar|wellington|wien|"
    "winnipeg|winterthur|wolverhampton|worcester|wrocław|wroclaw|wuhan|wuppertal|würzburg|"
    "wurzburg|xi'an|xi’an|xiamen|yamoussoukro|yaoundé|yekaterinburg|yerevan|yokohama|york|"
    "zagreb|zaragoza|zhengzhou|zurich|zürich|москва|санкт-петербург|北京|上海|東京".split("|")
)
# States and regions, as they follow a town.
_REGIONS: Final = frozenset(
    "california|massachusetts|michigan|texas|florida|illinois|ohio|pennsylvania|washington|"
    "maryland|virginia|oregon|colorado|minnesota|wisconsin|new jersey|north carolina|ontario|"
    "quebec|québec|british columbia|alberta|bavaria|bayern|england|scotland|wales|new south wales|"
    "victoria|queensland|maharashtra|karnataka|tamil nadu|kerala|guangdong|zhejiang|jiangsu|"
    "hubei|shandong|sichuan|hawaii|louisiana|arizona|utah|nevada|new mexico|tennessee|indiana|iowa|"
    # Countries whose names people bear too; after a town they are countries.
    "france|ireland|israel|jordan|georgia|cuba|chad|holland".split("|")
)
_STATE: Final = regex(
    r"A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]"
    r"|T[NX]|UT|V[TA]|W[AVIY]|ON|QC|BC|AB|NSW|VIC|QLD"
)
# Universities of one or several words before "University", where a name is in front of them.
_UNIVERSITIES: Final = frozenset(
    "american|arizona state|aalto|aarhus|autonomous|baylor|beihang|beijing normal|boston|"
    "brandeis|brown|cairo|cardiff|carleton|carnegie mellon|case western reserve|central|charles|"
    "clemson|colorado state|columbia|concordia|cornell|dalhousie|dartmouth|deakin|drexel|"
    "duke|durham|east china normal|eastern|emory|florida state|fordham|free|fudan|"
    "george mason|george washington|georgetown|georgia state|ghent|griffith|hacettepe|hanyang|"
    "harvard|heriot-watt|hokkaido|howard|huazhong|humboldt|huazhong|indiana|iowa state|"
    "jadavpur|jagiellonian|jilin|johannes gutenberg|johns hopkins|kansas state|keio|"
    "king abdulaziz|king saud|korea|kyoto|kyushu|lancaster|lehigh|leiden|leipzig|lingnan|lomonosov|"
    "loughborough|lund|maastricht|macquarie|makerere|masaryk|massey|mcgill|mcmaster|"
    "michigan state|monash|nagoya|nankai|nanjing|nanyang technological|national|"
    "national taiwan|national tsing hua|new york|newcastle|north carolina state|northeastern|"
    "northwestern|ohio state|oregon state|osaka|oxford brookes|palacký|peking|penn state|"
    "pennsylvania state|pompeu fabra|portland state|princeton|purdue|queen mary|queen’s|queen's|"
    "quaid-i-azam|radboud|renmin|rice|rutgers|ryerson|saarland|san diego state|sapienza|"
    "seoul national|shandong|shanghai jiao tong|sharif|sichuan|simon fraser|sorbonne|"
    "southeast|stanford|stockholm|stony brook|sun yat-sen|sungkyunkwan|swansea|syracuse|"
    "technical|tel aviv|temple|texas a&m|tohoku|tongji|tsinghua|tufts|tulane|umeå|uppsala|"
    "utah state|utrecht|vanderbilt|villanova|vrije|wageningen|wake forest|waseda|washington|"
    "washington state|wayne state|west virginia|western|wuhan|xiamen|yale|yonsei|york|"
    "zhejiang".split("|")
)
# Where people work, when the phrase begins with these words.
_WORKPLACE: Final = regex(
    r"(?<=\w)[ \t]+(?=(?:(?:the )?University (?:of|at)\b|Universit(?:ät|é|à|eit|atea?|ario)\b"
    r"|Univer(?:si(?:dad|dade|tet|teit|tas|dad|tatea)|zita)\b|Uniwersytet\b|Politechnika\b|Hochschule\b"
    r"|Inria\b|CNRS\b|Laboratoire\b|Facult(?:ad|é)\b|Institut [A-ZÉ]"
    r"|Institut(?:e|o|et)? (?:of|for|für|de|Pasteur|national)\b"
    r"|(?:Department|Dept\.?|School|College|Faculty|Division|Academy|Centre|Center|Laboratory)"
    r" (?:of|for)\b"
    r"|(?:ETH|TU|IIT|IIIT|INRIA|CNRS|EPFL|KTH|KAIST|MIT|CMU|UCLA|UCL|NYU|CERN|NASA|NIST|RWTH|LMU|TUM"
    r"|NTU|NUS|KU|UC)\b(?=[ ]?[A-Z]|[ \t]*\Z)|(?:Max[ -]Planck|Fraunhofer|Leibniz)[ -]\w"
    r"|(?:Politecnico|École|Ecole|Technische|Google|Microsoft|DeepMind|Meta AI|IBM|Imperial College"
    r"|King['’]s College|Georgia Tech|Caltech|Mayo Clinic|Chalmers|Karolinska|Sapienza)\b"
    r"|Chinese Academy\b|Indian Institute\b|Weizmann Institute\b"
    r"|Massachusetts (?:Institute|General)\b))"
)
_NAMED: Final = regex(
    r"(?P<before>.*\S)[ \t]+"
    r"(?:University|College|Hospital|Institute|Laborator(?:y|ies)|Polytechnic)\Z"
)
_OF: Final = regex(r"\s+(?:of|at|from)(?:\s+the)?\Z")
_LONGEST: Final = 200


def is_town(text: str) -> bool:
    """Return whether a text is the name of a town, with or without its state or country.

    >>> is_town("Zürich"), is_town("Boston, MA, USA"), is_town("Lima")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    town, *rest = (part.strip(" .") for part in text.split(","))
    return town.casefold() in _TOWNS and all(map(is_region, rest))


def is_region(text: str) -> bool:
    """Return whether a text is a country or state, as it follows a town: "CA", "Japan".

    >>> is_region("USA"), is_region("Ravi")
    (True, False)
    """
    return is_country(text) or text.casefold() in _REGIONS or _STATE.fullmatch(text) is not None


def _without_town(text: str) -> str:
    """Return an address without the town and country at its end: "X University Oslo Norway".

    >>> _without_town("Fenland University Oslo Norway")
    'Fenland University'
    """
    words = text.split()
    while len(words) > 2:
        for count in (3, 2, 1):
            last = " ".join(words[-count:])
            if len(words) > count + 1 and (is_country(last) or last.casefold() in _TOWNS):
                del words[-count:]
                break
        else:
            break
    return " ".join(words)


def cut_workplace(text: str) -> str:
    """Return the name before a place of work that no mark separates from it, or nothing.

    >>> cut_workplace("Ada Berg University of Oslo"), cut_workplace("Bo Fei Stanford University")
    ('Ada Berg', 'Bo Fei')
    >>> cut_workplace("Hong Kong Baptist University"), cut_workplace("Ada Berg")
    ('', '')
    """
    if len(text) > _LONGEST:
        return ""
    if place := _WORKPLACE.search(text):
        name = _OF.sub("", text[: place.start()])
        return "" if name.casefold() in _TOWNS else name.strip(" ,-–—")
    named = _NAMED.fullmatch(_without_town(text))
    words = named["before"].split() if named else []
    for count in (3, 2, 1):
        known = " ".join(words[-count:]).casefold()
        if len(words) > count and (known in _UNIVERSITIES or known in _TOWNS or count == 1):
            name = _OF.sub("", " ".join(words[:-count]))
            return name if len(words) > count + 1 and name.casefold() not in _TOWNS else ""
    return ""
