"""Lists in the customs of many countries: the heading, the names, the title and the year."""

from __future__ import annotations

import pytest

from refcore.model import Group, Person
from refcore.textlists import read

# ruff: noqa: E501 - a reference is one line
# For each custom the heading with its list, and of each reference the family names, the title and
# the year; None where the list alone cannot tell.
LISTS = {
    "sk": (
        "Zoznam použitej literatúry",
        """
HORVÁTH, Peter – KOVÁČ, Ján. Analýza textu v slovenčine. Bratislava : Veda, 2014. 212 s. ISBN 978-80-224-1355-7.
BIELIKOVÁ, Mária. Ako úspešne vyriešiť projekt. Bratislava : STU, 2000. 158 s.
NAGY, Tomáš, TÓTH, Michal. Odporúčacie systémy na webe. In: Informačné technológie. 2016, roč. 8, č. 2, s. 15-23.
""",
        [
            ("HORVÁTH|KOVÁČ", "Analýza textu v slovenčine", 2014),
            ("BIELIKOVÁ", "Ako úspešne vyriešiť projekt", 2000),
            ("NAGY|TÓTH", "Odporúčacie systémy na webe", 2016),
        ],
    ),
    "pl": (
        "Bibliografia",
        """
1. Kowalski J., Nowak A., Wiśniewska M.: Uczenie maszynowe w diagnostyce. Przegląd Elektrotechniczny, R. 95, nr 4, 2019, s. 112-117.
2. Zieliński T.P.: Cyfrowe przetwarzanie sygnałów. Od teorii do zastosowań. WKŁ, Warszawa 2009.
3. Tadeusiewicz R.: Sieci neuronowe. Akademicka Oficyna Wydawnicza, Warszawa 1993.
4. Cormen T.H., Leiserson C.E., Rivest R.L., Stein C.: Wprowadzenie do algorytmów. Wydawnictwo Naukowe PWN, Warszawa 2012.
""",
        [
            ("Kowalski|Nowak|Wiśniewska", "Uczenie maszynowe w diagnostyce", 2019),
            ("Zieliński", None, 2009),
            ("Tadeusiewicz", "Sieci neuronowe", 1993),
            ("Cormen|Leiserson|Rivest|Stein", "Wprowadzenie do algorytmów", 2012),
        ],
    ),
    "hu": (
        "Irodalomjegyzék",
        """
[1] Kovács László, Nagy Péter: Adatbázisok tervezése. Panem Kiadó, Budapest, 2008.
[2] Szabó Anna: Gépi tanulás az orvoslásban. Magyar Tudomány, 179. évf., 5. szám, 2018, 612–620. o.
[3] Lovász László, Pelikán József, Vesztergombi Katalin: Diszkrét matematika. Typotex, Budapest, 2006.
""",
        [
            (None, "Adatbázisok tervezése", 2008),
            (None, "Gépi tanulás az orvoslásban", 2018),
            (None, "Diszkrét matematika", 2006),
        ],
    ),
    "sv": (
        "Källförteckning",
        """
Andersson, Eva & Lindqvist, Per (2015). Maskininlärning i praktiken. Lund: Studentlitteratur.
Bergström, Karin (2019). Digitala arkiv och minne. Historisk tidskrift, 139(2), s. 245–268.
Ekström, Mats & Larsson, Larsåke (red.) (2010). Metoder i kommunikationsvetenskap. 2. uppl. Lund: Studentlitteratur.
""",
        [
            ("Andersson|Lindqvist", "Maskininlärning i praktiken", 2015),
            ("Bergström", "Digitala arkiv och minne", 2019),
            ("", "Metoder i kommunikationsvetenskap", 2010),
        ],
    ),
    "abnt": (
        "Referências bibliográficas",
        """
SILVA, J. A.; SOUZA, M. P. Redes neurais aplicadas à previsão de demanda. Revista Brasileira de Computação, São Paulo, v. 12, n. 3, p. 45-60, 2018.
GOODFELLOW, I.; BENGIO, Y.; COURVILLE, A. Deep learning. Cambridge: MIT Press, 2016.
OLIVEIRA, Carlos Eduardo de. Mineração de textos em português. 2015. 120 f. Dissertação (Mestrado em Ciência da Computação) – Universidade de São Paulo, São Paulo, 2015.
DEVLIN, J. et al. BERT: pre-training of deep bidirectional transformers for language understanding. In: NAACL-HLT, 2019, Minneapolis. Proceedings [...]. Minneapolis: ACL, 2019. p. 4171-4186.
BRASIL. Lei nº 13.709, de 14 de agosto de 2018. Lei Geral de Proteção de Dados Pessoais. Brasília, DF: Presidência da República, 2018.
""",
        [
            ("SILVA|SOUZA", "Redes neurais aplicadas à previsão de demanda", 2018),
            ("GOODFELLOW|BENGIO|COURVILLE", "Deep learning", 2016),
            ("OLIVEIRA", "Mineração de textos em português", 2015),
            (
                "DEVLIN",
                "BERT: pre-training of deep bidirectional transformers for language understanding",
                2019,
            ),
            ("BRASIL", None, 2018),
        ],
    ),
    "gost": (
        "Список использованных источников",
        """
1. Иванов, А. Б. Методы машинного обучения в лингвистике / А. Б. Иванов, В. Г. Петров. – Москва : Наука, 2017. – 312 с.
2. Сидоров, Д. Е. Распознавание именованных сущностей в русских текстах / Д. Е. Сидоров // Труды ИСП РАН. – 2019. – Т. 31, № 2. – С. 45–58.
3. Кузнецова Е. Ж., Орлов З. И. Онтологии предметных областей // Информатика и её применения. 2015. Т. 9, вып. 3. С. 12–20.
4. Кнут, Д. Э. Искусство программирования : в 3 т. / Д. Э. Кнут. – Москва : Вильямс, 2006. – Т. 1.
""",
        [
            ("Иванов|Петров", "Методы машинного обучения в лингвистике", 2017),
            ("Сидоров", "Распознавание именованных сущностей в русских текстах", 2019),
            ("Кузнецова|Орлов", "Онтологии предметных областей", 2015),
            ("Кнут", None, 2006),
        ],
    ),
    "uk": (
        "Список використаних джерел",
        """
1. Шевченко І. В., Коваль О. П. Нейронні мережі в аналізі зображень. Кібернетика та системний аналіз. 2020. Т. 56, № 4. С. 33–41.
2. Бондаренко М. Ф. Комп'ютерна лінгвістика : підручник. Харків : Компанія СМІТ, 2008. 420 с.
""",
        [
            ("Шевченко|Коваль", "Нейронні мережі в аналізі зображень", 2020),
            ("Бондаренко", None, 2008),
        ],
    ),
    "tr": (
        "Kaynakça",
        """
Yılmaz, A., & Demir, M. (2017). Türkçe metin sınıflandırma. Bilişim Teknolojileri Dergisi, 10(3), 255-263.
Şahin, E. (2012). Veri madenciliği (2. baskı). Ankara: Seçkin Yayıncılık.
Kaya, M., Öztürk, B. ve Çelik, H. (2019). Derin öğrenme ile görüntü işleme. Gazi Üniversitesi Fen Dergisi, 7(1), 12-25.
""",
        [
            ("Yılmaz|Demir", "Türkçe metin sınıflandırma", 2017),
            ("Şahin", "Veri madenciliği", 2012),
            ("Kaya|Öztürk|Çelik", "Derin öğrenme ile görüntü işleme", 2019),
        ],
    ),
    "es": (
        "Bibliografía citada",
        """
GARCÍA MÁRQUEZ, Luis; PÉREZ SOTO, Ana. Minería de datos educativos. Madrid: Síntesis, 2016. 240 p. ISBN 978-84-9171-000-1.
LÓPEZ, María José. "La brecha digital en el aula". Revista de Educación, 2018, n.º 380, pp. 45-67.
RUIZ, Jorge, y MORENO, Pablo. Aprendizaje profundo para el procesamiento de imágenes. Valencia: UPV, 2020.
""",
        [
            ("GARCÍA MÁRQUEZ|PÉREZ SOTO", "Minería de datos educativos", 2016),
            ("LÓPEZ", "La brecha digital en el aula", 2018),
            ("RUIZ|MORENO", "Aprendizaje profundo para el procesamiento de imágenes", 2020),
        ],
    ),
    "it": (
        "Riferimenti bibliografici",
        """
Rossi M., Bianchi G. (2014), Analisi dei dati testuali, Il Mulino, Bologna.
Ferrari L., Apprendimento automatico e linguistica, in «Studi italiani di linguistica», XLV (2016), 2, pp. 233-251.
Esposito A., Russo C., Reti neurali e memoria, Franco Angeli, Milano, 2011.
""",
        [
            ("Rossi|Bianchi", "Analisi dei dati testuali", 2014),
            ("Ferrari", "Apprendimento automatico e linguistica", 2016),
            ("Esposito|Russo", None, 2011),
        ],
    ),
    "de": (
        "Literaturliste",
        """
Müller, Hans; Schmidt, Eva: Maschinelles Lernen in der Praxis. 3. Aufl. Berlin: Springer, 2018.
Weber, Karl (2015): Digitale Archive. In: Zeitschrift für Bibliothekswesen 62, Heft 3, S. 112–120.
Fischer, Jana / Becker, Tim: Sprachmodelle verstehen. In: Neumann, Otto (Hrsg.): Handbuch Computerlinguistik. Stuttgart: Metzler 2020, S. 55–78.
""",
        [
            ("Müller|Schmidt", "Maschinelles Lernen in der Praxis", 2018),
            ("Weber", "Digitale Archive", 2015),
            ("Fischer|Becker", "Sprachmodelle verstehen", 2020),
        ],
    ),
    "ja": (
        "参考文献",
        """
[1] 山田太郎, 鈴木花子. 深層学習による画像認識. 情報処理学会論文誌, Vol. 58, No. 3, pp. 612–620, 2017.
[2] 佐藤一郎: 自然言語処理の基礎, 岩波書店 (2015).
[3] Vaswani, A., Shazeer, N., Parmar, N., et al.: Attention Is All You Need, Proc. NIPS, pp. 5998–6008 (2017).
""",
        [
            ("山田太郎|鈴木花子", "深層学習による画像認識", 2017),
            ("佐藤一郎", "自然言語処理の基礎", 2015),
            ("Vaswani|Shazeer|Parmar", "Attention Is All You Need", 2017),
        ],
    ),
    "nl": (
        "Literatuurlijst",
        """
De Vries, J., & Van den Berg, M. (2018). Machine learning voor beginners. Amsterdam: Boom.
Janssen, P. (2014). Digitale geschiedenis. Tijdschrift voor Geschiedenis, 127(1), 33–50.
Bakker, T., Visser, S. & Smit, R. (2021). Taalmodellen in het onderwijs. Utrecht: Universiteit Utrecht.
""",
        [
            ("De Vries|Van den Berg", "Machine learning voor beginners", 2018),
            ("Janssen", "Digitale geschiedenis", 2014),
            ("Bakker|Visser|Smit", "Taalmodellen in het onderwijs", 2021),
        ],
    ),
    "fi": (
        "Lähteet",
        """
Virtanen, A. & Korhonen, P. 2016. Koneoppimisen perusteet. Helsinki: Gaudeamus.
Mäkinen, L. 2019. Suomen kielen jäsentäminen neuroverkoilla. Virittäjä 123 (2), 201–225.
""",
        [
            ("Virtanen|Korhonen", "Koneoppimisen perusteet", 2016),
            ("Mäkinen", "Suomen kielen jäsentäminen neuroverkoilla", 2019),
        ],
    ),
    "ro": (
        "Bibliografie",
        """
[1] Popescu, I., Ionescu, M., Rețele neuronale artificiale, Editura Tehnică, București, 2010.
[2] Dumitrescu, A., Prelucrarea limbajului natural, Revista Română de Informatică, vol. 25, nr. 2, pp. 31–44, 2015.
""",
        [
            ("Popescu|Ionescu", "Rețele neuronale artificiale", 2010),
            ("Dumitrescu", "Prelucrarea limbajului natural", 2015),
        ],
    ),
    "gr": (
        "Βιβλιογραφία",
        """
Παπαδόπουλος, Γ. & Νικολάου, Μ. (2017). Εισαγωγή στη μηχανική μάθηση. Αθήνα: Κλειδάριθμος.
Γεωργίου, Α. (2015). Ψηφιακά αρχεία. Επιθεώρηση Πληροφορικής, 8(2), 45–60.
""",
        [
            ("Παπαδόπουλος|Νικολάου", "Εισαγωγή στη μηχανική μάθηση", 2017),
            ("Γεωργίου", "Ψηφιακά αρχεία", 2015),
        ],
    ),
    "fr2": (
        "Références bibliographiques",
        """
HE Kaiming, ZHANG Xiangyu, REN Shaoqing, SUN Jian. Deep residual learning for image recognition. CVPR, 2016, p. 770-778.
DURAND Marie. La bibliothèque numérique. Paris : Éditions du Cercle de la librairie, 2012. 230 p. (Bibliothèques). ISBN 978-2-7654-0980-1.
PETIT Jean, ROUX Claire. Données ouvertes et recherche. Documentaliste, 2014, vol. 51, n° 3, p. 40-52.
""",
        [
            ("HE|ZHANG|REN|SUN", "Deep residual learning for image recognition", 2016),
            ("DURAND", "La bibliothèque numérique", 2012),
            ("PETIT|ROUX", "Données ouvertes et recherche", 2014),
        ],
    ),
    "cz": (
        "Seznam literatury",
        """
NOVÁK, Jan a Petr SVOBODA. Základy teorie grafů. 2. vyd. Praha: Academia, 2010. ISBN 978-80-200-1234-5.
DVOŘÁK, Karel; ČERNÝ, Martin; HORÁKOVÁ, Eva. Strojové učení v lékařství. Vesmír. 2018, roč. 97, č. 5, s. 310–314. ISSN 0042-4544.
KUČERA, Tomáš. Databázové systémy. Brno: Computer Press, 2009.
PROCHÁZKA, Pavel, Lucie MALÁ a Jiří VESELÝ. Optimalizace dotazů v relačních databázích. In: Datakon 2015. Brno: Masarykova univerzita, 2015, s. 12–24.
BENEŠ, Ota et al. Grafické algoritmy. Praha: ČVUT, 2001.
POKORNÝ, Jaroslav. NoSQL databáze [online]. Praha: MFF UK, 2012 [cit. 2020-03-01]. Dostupné z: https://www.ksi.mff.cuni.cz/nosql
SVOBODA, Miroslav. Detekce objektů v obraze. Brno, 2016. Diplomová práce. Vysoké učení technické v Brně.
VASWANI, Ashish, Noam SHAZEER, Niki PARMAR, Jakob USZKOREIT, Llion JONES, Aidan N. GOMEZ, Łukasz KAISER a Illia POLOSUKHIN. Attention is all you need. In: Advances in Neural Information Processing Systems 30. 2017, s. 5998–6008.
""",
        [
            ("NOVÁK|SVOBODA", "Základy teorie grafů", 2010),
            ("DVOŘÁK|ČERNÝ|HORÁKOVÁ", "Strojové učení v lékařství", 2018),
            ("KUČERA", "Databázové systémy", 2009),
            ("PROCHÁZKA|MALÁ|VESELÝ", "Optimalizace dotazů v relačních databázích", 2015),
            ("BENEŠ", "Grafické algoritmy", 2001),
            ("POKORNÝ", "NoSQL databáze", 2012),
            ("SVOBODA", "Detekce objektů v obraze", 2016),
            (
                "VASWANI|SHAZEER|PARMAR|USZKOREIT|JONES|GOMEZ|KAISER|POLOSUKHIN",
                "Attention is all you need",
                2017,
            ),
        ],
    ),
    "cz2": (
        "Použitá literatura",
        """
[1] BOUDA, Milan; ŠIMEK, Václav a HRUBÝ, Pavel. Rozpoznávání řeči pro nevidomé. Praha: Karolinum, 2021. ISBN 978-80-246-4711-1.
[2] ŘÍHA, Jan. Lineární algebra. 3., přeprac. vyd. Plzeň: ZČU, 1998.
[3] KRÁL, Ivo. Úvod do teorie her. Pokroky matematiky, fyziky a astronomie. 2009, 54(3), 220–236.
[4] GOODFELLOW, Ian, Yoshua BENGIO a Aaron COURVILLE. Deep learning. Cambridge: MIT Press, [2016]. ISBN 978-0-262-03561-3.
[5] Python Software Foundation. Python 3 documentation [online]. 2023 [cit. 2023-04-18]. Dostupné z: https://docs.python.org/3/
""",
        [
            ("BOUDA|ŠIMEK|HRUBÝ", "Rozpoznávání řeči pro nevidomé", 2021),
            ("ŘÍHA", "Lineární algebra", 1998),
            ("KRÁL", "Úvod do teorie her", 2009),
            ("GOODFELLOW|BENGIO|COURVILLE", "Deep learning", 2016),
            ("Python Software Foundation", "Python 3 documentation", 2023),
        ],
    ),
    "ru2": (
        "Литература",
        """
1. Гасников А. В., Двуреченский П. Е. Стохастический промежуточный метод для задач оптимизации // Доклады академии наук. 2016. Т. 467, № 2. С. 131–134.
2. Воронцов К. В. Вероятностное тематическое моделирование. М.: URSS, 2015. 120 с.
3. Колмогоров А. Н. Три подхода к определению понятия «количество информации» // Проблемы передачи информации. — 1965. — Т. 1, вып. 1. — С. 3—11.
4. Vaswani A. et al. Attention is all you need // Advances in neural information processing systems. – 2017. – Т. 30.
5. Ляпунов А. А., Соболев С. Л. Основные черты кибернетики / под ред. А. И. Берга. – М. : Физматлит, 1960. – 240 с.
""",
        [
            (
                "Гасников|Двуреченский",
                "Стохастический промежуточный метод для задач оптимизации",
                2016,
            ),
            ("Воронцов", "Вероятностное тематическое моделирование", 2015),
            ("Колмогоров", "Три подхода к определению понятия «количество информации»", 1965),
            ("Vaswani", "Attention is all you need", 2017),
            ("Ляпунов|Соболев", "Основные черты кибернетики", 1960),
        ],
    ),
    "abnt2": (
        "Referências",
        """
ALMEIDA, R.; COSTA, L. F.; NUNES, P. Classificação de textos jurídicos com aprendizado profundo. Linguamática, Braga, v. 13, n. 1, p. 3-20, jul. 2021.
BISHOP, Christopher M. Pattern recognition and machine learning. New York: Springer, 2006. 738 p.
FREITAS, C. Linguística computacional. São Paulo: Parábola, 2022. cap. 3, p. 45-88.
VASWANI, A. et al. Attention is all you need. In: ADVANCES IN NEURAL INFORMATION PROCESSING SYSTEMS, 30., 2017, Long Beach. Anais [...]. Red Hook: Curran Associates, 2017. p. 5998-6008.
IBGE. Censo demográfico 2010: características da população. Rio de Janeiro: IBGE, 2012.
""",
        [
            (
                "ALMEIDA|COSTA|NUNES",
                "Classificação de textos jurídicos com aprendizado profundo",
                2021,
            ),
            ("BISHOP", "Pattern recognition and machine learning", 2006),
            ("FREITAS", "Linguística computacional", 2022),
            ("VASWANI", "Attention is all you need", 2017),
            (None, None, 2012),
        ],
    ),
    "pl2": (
        "Literatura",
        """
[1] A. Kowalczyk, B. Lewandowska, Sieci głębokie w rozpoznawaniu mowy, Przegląd Telekomunikacyjny, nr 8-9, 2018, s. 770-773.
[2] R. Szeliski, Widzenie komputerowe. Algorytmy i zastosowania, Springer, Londyn, 2010.
[3] J. Nowicki, Praca magisterska: System rekomendacji filmów, Politechnika Warszawska, Warszawa, 2019.
[4] K. He, X. Zhang, S. Ren, J. Sun, Deep Residual Learning for Image Recognition, 2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR), s. 770-778, 2016.
""",
        [
            ("Kowalczyk|Lewandowska", "Sieci głębokie w rozpoznawaniu mowy", 2018),
            ("Szeliski", None, 2010),
            ("Nowicki", None, 2019),
            ("He|Zhang|Ren|Sun", "Deep Residual Learning for Image Recognition", 2016),
        ],
    ),
    "de2": (
        "Quellenverzeichnis",
        """
[Mei18] Meier, Jens; Vogt, Anna: Verteilte Systeme für Einsteiger. 2. Auflage. Heidelberg: dpunkt, 2018. – ISBN 978-3-86490-000-0
[Sch20] Schulze, Paul: Blockchains im Mittelstand. In: Informatik-Spektrum 43 (2020), Nr. 2, S. 98–106
[Vas17] Vaswani, Ashish; Shazeer, Noam; Parmar, Niki u. a.: Attention Is All You Need. In: NIPS, 2017, S. 5998–6008
[Bec15] Becker, Lisa: Erklärbarkeit neuronaler Netze. Dissertation, TU München, 2015
""",
        [
            ("Meier|Vogt", "Verteilte Systeme für Einsteiger", 2018),
            ("Schulze", "Blockchains im Mittelstand", 2020),
            ("Vaswani|Shazeer|Parmar", "Attention Is All You Need", 2017),
            ("Becker", "Erklärbarkeit neuronaler Netze", 2015),
        ],
    ),
    "fr3": (
        "Références",
        """
[1] C. Dubois, J. Lambert et S. Faure. Apprentissage fédéré et vie privée. Revue d'intelligence artificielle, 34(2) : 145–167, 2020.
[2] N. Girard. Optimisation combinatoire. Ellipses, Paris, 2e édition, 2011.
[3] A. Mercier. Détection d'anomalies dans les graphes dynamiques. Thèse de doctorat, Université de Lyon, 2018.
[4] L. Robert et P. Simon. Vers une interface accessible. In Actes de la 30e conférence francophone sur l'interaction homme-machine, pages 12–21, Brest, 2018.
""",
        [
            ("Dubois|Lambert|Faure", "Apprentissage fédéré et vie privée", 2020),
            ("Girard", "Optimisation combinatoire", 2011),
            ("Mercier", "Détection d'anomalies dans les graphes dynamiques", 2018),
            ("Robert|Simon", "Vers une interface accessible", 2018),
        ],
    ),
    "it2": (
        "Bibliografia",
        """
[1] M. Conti, L. Greco, Reti di sensori per il monitoraggio ambientale, «Mondo Digitale», vol. 15, n. 2, 2016, pp. 34-45.
[2] G. Moretti, Introduzione alla logica matematica, Torino, Boringhieri, 2003.
[3] P. Ricci (a cura di), Informatica umanistica, Roma, Carocci, 2010.
[4] D. Gallo, L'analisi del sentimento nei social media, tesi di laurea, Università di Pisa, 2019.
""",
        [
            ("Conti|Greco", "Reti di sensori per il monitoraggio ambientale", 2016),
            ("Moretti", "Introduzione alla logica matematica", 2003),
            ("", "Informatica umanistica", 2010),
            ("Gallo", "L'analisi del sentimento nei social media", 2019),
        ],
    ),
    "tr2": (
        "KAYNAKLAR",
        """
[1] Aydın, S., Koç, T. (2020). Yapay sinir ağları ile enerji tahmini, Politeknik Dergisi, 23(4), 1001-1010.
[2] Güneş, H. Doğal dil işleme yöntemleri, Doktora Tezi, İstanbul Teknik Üniversitesi, İstanbul, 2016.
[3] Çetin, Ö., Işık, Ş. ve Özkan, K. (2018). Görüntü bölütleme üzerine bir inceleme. Sakarya Üniversitesi Fen Bilimleri Dergisi, 22(1), 11–20.
""",
        [
            ("Aydın|Koç", "Yapay sinir ağları ile enerji tahmini", 2020),
            ("Güneş", "Doğal dil işleme yöntemleri", 2016),
            ("Çetin|Işık|Özkan", "Görüntü bölütleme üzerine bir inceleme", 2018),
        ],
    ),
    "gr2": (
        "ΑΝΑΦΟΡΕΣ",
        """
[1] Α. Δημητρίου, Κ. Αλεξίου, «Ανάλυση συναισθήματος σε ελληνικά κείμενα», Περιοδικό Πληροφορικής, τόμ. 12, τχ. 3, σσ. 22-35, 2019.
[2] Ν. Μαρκάκης, Βάσεις δεδομένων, Αθήνα: Παπασωτηρίου, 2004.
""",
        [
            ("Δημητρίου|Αλεξίου", "Ανάλυση συναισθήματος σε ελληνικά κείμενα", 2019),
            ("Μαρκάκης", "Βάσεις δεδομένων", 2004),
        ],
    ),
    "hr": (
        "Popis literature",
        """
[1] Horvat, I., Marić, P.: Strojno učenje u medicini, Automatika, 58(2), str. 120-131, 2017.
[2] Babić, Ana. Baze podataka. Zagreb: Školska knjiga, 2011.
[3] Jurić, M.; Perić, L. Obrada prirodnog jezika. Rijeka: Sveučilište u Rijeci, 2019.
""",
        [
            ("Horvat|Marić", "Strojno učenje u medicini", 2017),
            ("Babić", "Baze podataka", 2011),
            ("Jurić|Perić", "Obrada prirodnog jezika", 2019),
        ],
    ),
    "es2": (
        "Referencias bibliográficas",
        """
1. Fernández-Gómez A, Ortiz M. Aprendizaje automático en radiología. Rev Esp Salud Pública. 2019;93:e1-e12.
2. Castillo, R. y Vega, S. (2014). Bases de datos relacionales (3.ª ed.). Ciudad de México: Pearson.
3. Navarro, L., Gil, P. e Ibáñez, T. (2020). Detección de noticias falsas en español. Procesamiento del Lenguaje Natural, 64, 45-52.
""",
        [
            ("Fernández-Gómez|Ortiz", "Aprendizaje automático en radiología", 2019),
            ("Castillo|Vega", "Bases de datos relacionales", 2014),
            ("Navarro|Gil|Ibáñez", "Detección de noticias falsas en español", 2020),
        ],
    ),
    "da": (
        "Litteraturliste",
        """
Jensen, L. & Holm, P. (2013): Maskinlæring for samfundsforskere. København: Hans Reitzels Forlag.
Sørensen, Å. (2019): Danske ordvektorer. I: Ny forskning i grammatik, nr. 26, s. 45-60.
Øster, B. m.fl. (2021). Sprogmodeller til dansk. Aarhus: Aarhus Universitetsforlag.
""",
        [
            ("Jensen|Holm", "Maskinlæring for samfundsforskere", 2013),
            ("Sørensen", "Danske ordvektorer", 2019),
            ("Øster", "Sprogmodeller til dansk", 2021),
        ],
    ),
    "bg": (
        "Литература",
        """
[1] Иванов, П., Петрова, М. Разпознаване на реч на български език. Автоматика и информатика, бр. 3, 2015, с. 20–28.
[2] Димитров, Г. Бази от данни. София: Сиела, 2009.
""",
        [
            ("Иванов|Петрова", "Разпознаване на реч на български език", 2015),
            ("Димитров", "Бази от данни", 2009),
        ],
    ),
    "sl": (
        "Viri in literatura",
        """
[1] Novak, J., Kranjc, A. Strojno prevajanje za slovenščino. Elektrotehniški vestnik, 82(4), 2015, str. 155–162.
[2] Zupan, T. Algoritmi in podatkovne strukture. Ljubljana: Založba FE in FRI, 2012.
""",
        [
            ("Novak|Kranjc", "Strojno prevajanje za slovenščino", 2015),
            ("Zupan", "Algoritmi in podatkovne strukture", 2012),
        ],
    ),
    "vi": (
        "Tài liệu tham khảo",
        """
[1] Nguyễn Văn An, Trần Thị Bình, Nhận dạng tiếng nói tiếng Việt, Tạp chí Khoa học và Công nghệ, tập 55, số 3, 2017, tr. 12-20.
[2] Lê Minh, Cơ sở dữ liệu, NXB Giáo dục, Hà Nội, 2010.
""",
        [
            (None, "Nhận dạng tiếng nói tiếng Việt", 2017),
            (None, "Cơ sở dữ liệu", 2010),
        ],
    ),
    "el": (
        "Βιβλιογραφία",
        """
Παπαδόπουλος, Ν. και Ιωάννου, Κ. (2011). Ιστορία της Κρήτης. Αθήνα: Κέδρος.
Μάνος, Γ., Λαμπράκη, Ε. και Δήμου, Α. (2008). Η γλώσσα των νησιών. Θεσσαλονίκη: Βάνιας.
""",
        [
            ("Παπαδόπουλος|Ιωάννου", "Ιστορία της Κρήτης", 2011),
            ("Μάνος|Λαμπράκη|Δήμου", "Η γλώσσα των νησιών", 2008),
        ],
    ),
    "zh": (
        "参考文献",
        """
[1] 周志华. 机器学习[M]. 北京: 清华大学出版社, 2016.
[2] 刘洋, 孙茂松, 李航. 神经机器翻译综述[J]. 计算机研究与发展, 2017, 54(6): 1144-1149.
[3] 赵明. 面向中文的命名实体识别研究[D]. 上海: 复旦大学, 2018.
[4] DEVLIN J, CHANG M W, LEE K, et al. BERT: pre-training of deep bidirectional transformers for language understanding[C]//Proc of NAACL-HLT. 2019: 4171-4186.
""",
        [
            ("周志华", "机器学习", 2016),
            ("刘洋|孙茂松|李航", "神经机器翻译综述", 2017),
            ("赵明", "面向中文的命名实体识别研究", 2018),
            (
                "DEVLIN|CHANG|LEE",
                "BERT: pre-training of deep bidirectional transformers for language understanding",
                2019,
            ),
        ],
    ),
    "ko": (
        "참고문헌",
        """
[1] 김민수, 이영희, 박철수, "한국어 개체명 인식을 위한 딥러닝 모델", 정보과학회논문지, 제45권, 제6호, pp. 550-556, 2018.
[2] 최지훈, "그래프 신경망을 이용한 추천 시스템", 석사학위논문, 서울대학교, 2021.
""",
        [
            ("김민수|이영희|박철수", "한국어 개체명 인식을 위한 딥러닝 모델", 2018),
            ("최지훈", "그래프 신경망을 이용한 추천 시스템", 2021),
        ],
    ),
    "iso": (
        "References",
        """
[1] WANG, Wenzhe; ZHANG, Mengdan. Dig into Multi-modal Cues for Video Retrieval with Hierarchical Alignment. Neural Computation. 2021, vol. 134, no. 7, 317–322.
[2] LIM, Michael H.; TOMLIN, Claire J.; SUNBERG, Zachary N. Sparse Tree Search Optimality Guarantees in POMDPs with Continuous Observation Spaces. In: Proceedings of the Twenty-Ninth International Joint Conference on Artificial Intelligence, IJCAI 2020. ijcai.org, 2020, 4135–4142. Available from doi: 10.24963/ijcai.2020/572.
[3] GROVES, William; GINI, Maria L. Optimal Airline Ticket Purchasing Using Automated User-Guided Feature Selection. In: IJCAI 2013, Proceedings of the 23rd International Joint Conference on Artificial Intelligence, Beijing, China, August 3-9, 2013. IJCAI/AAAI, 2013, 150–156.
[4] CHEN, Xiaohan; CHENG, Yu. The Elastic Lottery Ticket Hypothesis. In: BARTLETT, Peter L.; PEREIRA, Fernando C. N.; BURGES, Christopher J. C. (eds.). Fluid Dynamics: Theory and Practice. Cambridge: Cambridge University Press, 2021, 268–292.
[5] ROSMAN, Guy; RUS, Daniela; FISHER III, John W. Information-Driven Adaptive Structured-Light Scanners. Proceedings of the National Academy of Sciences. 2016, vol. 66, no. 2, 107–147.
[6] TALEBI, Sayed Pouria; MANDIC, Danilo P. A quaternion frequency estimator for three-phase power systems. In: 2015 IEEE International Conference on Acoustics. IEEE, 2015, 3956–3960. Available from doi: 10.1109/ICASSP.2015.7178713.
[7] KIM, Junyaup; HAN, Siho; WOO, Simon S. Classifying Genuine Face images from Disguised Face Images. In: 2019 IEEE International Conference on Big Data (Big Data). IEEE, 2019, 6248–6250. Available from doi: 10.1109/BigData47090.2019.9005683.
""",
        [
            (
                "WANG|ZHANG",
                "Dig into Multi-modal Cues for Video Retrieval with Hierarchical Alignment",
                2021,
            ),
            (
                "LIM|TOMLIN|SUNBERG",
                "Sparse Tree Search Optimality Guarantees in POMDPs with Continuous Observation Spaces",
                2020,
            ),
            (
                "GROVES|GINI",
                "Optimal Airline Ticket Purchasing Using Automated User-Guided Feature Selection",
                2013,
            ),
            ("CHEN|CHENG", "The Elastic Lottery Ticket Hypothesis", 2021),
            (
                "ROSMAN|RUS|FISHER",
                "Information-Driven Adaptive Structured-Light Scanners",
                2016,
            ),
            (
                "TALEBI|MANDIC",
                "A quaternion frequency estimator for three-phase power systems",
                2015,
            ),
            ("KIM|HAN|WOO", "Classifying Genuine Face images from Disguised Face Images", 2019),
        ],
    ),
    "fr": (
        "Bibliographie",
        """
DUPONT, Jean et MARTIN, Paul. Les réseaux de neurones profonds. Paris : Dunod, 2019, 312 p.
BERNARD, Claire, LEROY, Anne et MOREAU, Luc. Apprentissage par renforcement pour la robotique. Revue d'intelligence artificielle, 2017, vol. 31, n° 4, p. 401-425.
LEFEBVRE, Sophie. L'analyse des données textuelles. Lyon : PUL, 2005. ISBN 978-2-7297-0761-2.
HE, Kaiming, ZHANG, Xiangyu, REN, Shaoqing, et al. Deep residual learning for image recognition. In : Proceedings of the IEEE conference on computer vision and pattern recognition. 2016. p. 770-778.
SZEGEDY, Christian, LIU, Wei, JIA, Yangqing, et al. Going deeper with convolutions. In : CVPR. 2015. p. 1-9.
LECUN, Yann, BENGIO, Yoshua, et HINTON, Geoffrey. Deep learning. nature, 2015, vol. 521, no 7553, p. 436-444.
GIRARD, M.-P. Méthodes numériques [en ligne]. Grenoble : UGA, 2014. Disponible sur : https://hal.science/hal-01234567 (consulté le 12 mars 2020).
""",
        [
            ("DUPONT|MARTIN", "Les réseaux de neurones profonds", 2019),
            ("BERNARD|LEROY|MOREAU", "Apprentissage par renforcement pour la robotique", 2017),
            ("LEFEBVRE", "L'analyse des données textuelles", 2005),
            ("HE|ZHANG|REN", "Deep residual learning for image recognition", 2016),
            ("SZEGEDY|LIU|JIA", "Going deeper with convolutions", 2015),
            ("LECUN|BENGIO|HINTON", "Deep learning", 2015),
            ("GIRARD", "Méthodes numériques", 2014),
        ],
    ),
}


def shown(name: Person | Group) -> str:
    return name.name if isinstance(name, Group) else name.family


@pytest.mark.parametrize("custom", list(LISTS))
def test_a_list_is_read_in_the_custom_of_its_country(custom: str) -> None:
    heading, text, wanted = LISTS[custom]
    found = list(read(heading + text))
    assert len(found) == len(wanted)
    for one, (names, title, year) in zip(found, wanted, strict=True):
        assert names is None or "|".join(map(shown, one.authors)).casefold() == names.casefold()
        assert title is None or one.title == title
        assert one.year == year


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "NOVÁK, Jan. Základy. 2. vyd. Praha: Academia, 2010. ISBN 978-80-200-1234-5.",
            {"publisher": "Academia", "publisher-place": "Praha", "edition": "2"},
        ),
        (
            "DURAND, Marie. Le livre. Paris : Seuil, 2012. 230 p.",
            {"publisher": "Seuil", "publisher-place": "Paris"},
        ),
        (
            "KRÁL, Ivo. O hrách. Vesmír. 2018, roč. 97, č. 5, s. 310–314. ISSN 0042-4544.",
            {"container-title": "Vesmír", "volume": "97", "issue": "5", "page": "310-314"},
        ),
        (
            "Szabó, A. Gépi tanulás az orvoslásban. Magyar Tudomány, 179. évf., 5. szám, 2018, 612–620. o.",
            {
                "container-title": "Magyar Tudomány",
                "volume": "179",
                "issue": "5",
                "page": "612-620",
            },
        ),
        (
            "Кузнецова Е. Ж. Онтологии // Информатика. 2015. Т. 9, вып. 3. С. 12–20.",
            {"container-title": "Информатика", "volume": "9", "issue": "3", "page": "12-20"},
        ),
        (
            "LÓPEZ, Ana. La brecha. Revista de Educación, 2018, n.º 380, pp. 45-67.",
            {"container-title": "Revista de Educación", "issue": "380", "page": "45-67"},
        ),
        (
            "Weber, K. Archive. In: Zeitschrift für Moose 62, Heft 3, 2015, S. 112–120.",
            {
                "container-title": "Zeitschrift für Moose",
                "volume": "62",
                "issue": "3",
                "page": "112-120",
            },
        ),
    ],
)
def test_what_is_after_the_title_in_other_languages(text: str, fields: dict[str, str]) -> None:
    (found,) = read(text)
    assert {name: value for name, value in found.fields.items() if name != "ISBN"} == fields


@pytest.mark.parametrize("label", ["Available", "Source", "Type", "Version"])
def test_a_label_before_a_colon_is_no_place(label: str) -> None:
    (found,) = read(f"Holt, M. Ripples in wind. {label}: Springer Link, 2012.")
    assert "publisher-place" not in found.fields


def test_a_letter_of_turkish_keeps_its_form_and_an_accent_takes_its_place() -> None:
    turkish, french = read(
        "Işık, Ş. (2018). Isı üzerine. Isı, 2(1), 1-9.\n\nGarc´ıa, L. (2018). Moss. Fens, 2(1), 1-9."
    )
    assert (turkish.authors[0].family, turkish.title) == ("Işık", "Isı üzerine")
    assert french.authors[0].family == "García"
