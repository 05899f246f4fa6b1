"""Lists as people write them by hand, in three dozen customs: names, title and year of each."""

import pytest

from refcore.model import Group
from refcore.textlists import read

# ruff: noqa: E501 - a reference is one line
# For each custom a list, and of each reference the family names, the title and the year.
LISTS = {
    "gbt": (
        [
            "[1] 王伟, 李娜, 张强. 沙波的谱分析[J]. 海岸学报, 2019, 14(2): 101-120.",
            "[2] HOLT M, RUIZ D, MALIK S, et al. Spectral gaps of sand[J]. Journal of Coasts, 2018, 3(1): 1-9.",
            "[3] 陈明. 河口动力学[M]. 北京: 科学出版社, 2010: 55-60.",
            "[4] Novak P. Ripples in wind: theory and practice[C]//Proceedings of the Sand Conference. Oslo: Pier, 2015: 12-19.",
        ],
        [
            ("王伟 | 李娜 | 张强", "沙波的谱分析", 2019),
            ("Holt | Ruiz | Malik", "Spectral gaps of sand", 2018),
            ("陈明", "河口动力学", 2010),
            ("Novak", "Ripples in wind: theory and practice", 2015),
        ],
    ),
    "harvard": (
        [
            "Holt, M. and Ruiz, D. (2018) 'Spectral gaps of sand', Journal of Coasts, 3(1), pp. 1–9. Available at: https://doi.org/10.1000/a (Accessed: 3 May 2021).",
            "Malik, S., Novak, P. and Ueda, T. (2015) Ripples in wind: theory and practice. 2nd edn. Oslo: Pier Press.",
            "O'Brien, K. (2011) 'Dunes', in Holt, M. (ed.) The sand reader. London: Quay, pp. 33–48.",
        ],
        [
            ("Holt | Ruiz", "Spectral gaps of sand", 2018),
            ("Malik | Novak | Ueda", "Ripples in wind: theory and practice", 2015),
            ("O'Brien", "Dunes", 2011),
        ],
    ),
    "mla": (
        [
            'Holt, Maren, and Diego Ruiz. "Spectral Gaps of Sand." Journal of Coasts, vol. 3, no. 1, 2018, pp. 1-9. JSTOR, www.jstor.org/stable/1.',
            "Malik, Sana, et al. Ripples in Wind: Theory and Practice. 2nd ed., Pier Press, 2015.",
            'O\'Brien, Kate. "Dunes." The Sand Reader, edited by Maren Holt, Quay, 2011, pp. 33-48.',
            "---. Sand and Memory. Quay, 2013.",
        ],
        [
            ("Holt | Ruiz", "Spectral Gaps of Sand", 2018),
            ("Malik", "Ripples in Wind: Theory and Practice", 2015),
            ("O'Brien", "Dunes", 2011),
            ("O'Brien", "Sand and Memory", 2013),
        ],
    ),
    "acs": (
        [
            "(1) Holt, M.; Ruiz, D.; Malik, S. Spectral Gaps of Sand. J. Coasts 2018, 3 (1), 1–9.",
            "(2) Novak, P. Ripples in Wind, 2nd ed.; Pier Press: Oslo, 2015; pp 12–19.",
            "(3) Ueda, T.; O’Brien, K. Dunes. In The Sand Reader; Holt, M., Ed.; Quay: London, 2011; Vol. 2, pp 33–48.",
            "(4) Kim, J.-H. Method for Sorting Sand. U.S. Patent 1,234,567, May 3, 2011.",
        ],
        [
            ("Holt | Ruiz | Malik", "Spectral Gaps of Sand", 2018),
            ("Novak", "Ripples in Wind", 2015),
            ("Ueda | O’Brien", "Dunes", 2011),
            ("Kim", "Method for Sorting Sand", 2011),
        ],
    ),
    "aps": (
        [
            "[1] M. Holt and D. Ruiz, Spectral gaps of sand, Phys. Rev. D 99, 031301 (2019).",
            "[2] S. Malik, P. Novak, and T. Ueda, Ripples in wind, J. Coasts 3, 1 (2018), arXiv:1801.00001 [physics.geo-ph].",
            "[3] K. O’Brien, The Sand Reader (Quay, London, 2011), Chap. 3.",
            "[4] J.-H. Kim et al. (SAND Collaboration), Search for heavy dunes at 13 TeV, Eur. Phys. J. C 80, 12 (2020).",
        ],
        [
            ("Holt | Ruiz", "Spectral gaps of sand", 2019),
            ("Malik | Novak | Ueda", "Ripples in wind", 2018),
            ("O’Brien", "The Sand Reader", 2011),
            ("Kim", "Search for heavy dunes at 13 TeV", 2020),
        ],
    ),
    "ams": (
        [
            "[HR18] Maren Holt and Diego Ruiz, Spectral gaps of sand, J. Coasts 3 (2018), no. 1, 1–9. MR 1234567",
            "[MNU] Sana Malik, Pavel Novak, and Tomoko Ueda, Ripples in wind, 2nd ed., Graduate Texts in Sand, vol. 12, Pier-Verlag, Oslo, 2015.",
            "[Kim] Ji-Hoon Kim, On the flow of dunes, Ph.D. thesis, University of Oslo, 2013.",
        ],
        [
            ("Holt | Ruiz", "Spectral gaps of sand", 2018),
            ("Malik | Novak | Ueda", "Ripples in wind", 2015),
            ("Kim", "On the flow of dunes", 2013),
        ],
    ),
    "german": (
        [
            "Holt, Maren / Ruiz, Diego: Spektrallücken des Sandes. In: Zeitschrift für Küsten 3 (2018), H. 1, S. 1–9.",
            "Malik, Sana; Novak, Pavel: Wellen im Wind. 2. Aufl. Berlin: Pier 2015.",
            "O'Brien, Kate: Dünen. In: Holt, Maren (Hg.): Der Sandleser. Hamburg: Quai 2011, S. 33–48.",
            "Müller, Jürgen: Über Sand. Diss. Univ. Kiel 1998.",
        ],
        [
            ("Holt | Ruiz", "Spektrallücken des Sandes", 2018),
            ("Malik | Novak", "Wellen im Wind", 2015),
            ("O'Brien", "Dünen", 2011),
            ("Müller", "Über Sand", 1998),
        ],
    ),
    "llm": (
        [
            "1. **Holt, M., & Ruiz, D. (2018).** *Spectral gaps of sand.* Journal of Coasts, 3(1), 1–9.",
            "2. **Malik, S., Novak, P., & Ueda, T. (2015).** *Ripples in wind.* Pier Press.",
            '3. **O\'Brien, K. (2011).** "Dunes." In M. Holt (Ed.), *The sand reader* (pp. 33–48). Quay.',
            "4. **Kim, J.-H. (2020).** *Search for heavy dunes.* arXiv:2001.00001",
        ],
        [
            ("Holt | Ruiz", "Spectral gaps of sand", 2018),
            ("Malik | Novak | Ueda", "Ripples in wind", 2015),
            ("O'Brien", "Dunes", 2011),
            ("Kim", "Search for heavy dunes", 2020),
        ],
    ),
    "cse": (
        [
            "1. Holt M, Ruiz D. Spectral gaps of sand. J Coasts. 2018 [accessed 2021 May 3];3(1):1–9. https://doi.org/10.1000/a. doi:10.1000/a",
            "2. Malik S, Novak P, Ueda T. Ripples in wind: theory and practice. 2nd ed. Oslo (Norway): Pier Press; 2015.",
            "3. O'Brien K. Dunes. In: Holt M, editor. The sand reader. London (UK): Quay; 2011. p. 33–48.",
            "4. Sand Working Group. Guidelines for dunes. Geneva (Switzerland): WSO; 2020. Report No.: 12.",
        ],
        [
            ("Holt | Ruiz", "Spectral gaps of sand", 2018),
            ("Malik | Novak | Ueda", "Ripples in wind: theory and practice", 2015),
            ("O'Brien", "Dunes", 2011),
            ("Group", "Guidelines for dunes", 2020),
        ],
    ),
    "elsevier": (
        [
            "[1] M. Holt, D. Ruiz, Spectral gaps of sand, J. Coasts 3 (2018) 1–9. https://doi.org/10.1000/a.",
            "[2] S. Malik, P. Novak, T. Ueda, Ripples in wind, second ed., Pier Press, Oslo, 2015.",
        ],
        [
            ("Holt | Ruiz", "Spectral gaps of sand", 2018),
            ("Malik | Novak | Ueda", "Ripples in wind", 2015),
        ],
    ),
    "turabian": (
        [
            "Holt, Maren, and Diego Ruiz. “Spectral Gaps of Sand.” Journal of Coasts 3, no. 1 (2018): 1–9. https://doi.org/10.1000/a.",
            "Malik, Sana, Pavel Novak, and Tomoko Ueda. Ripples in Wind: Theory and Practice. 2nd ed. Oslo: Pier Press, 2015.",
            "O’Brien, Kate. “Dunes.” In The Sand Reader, edited by Maren Holt, 33–48. London: Quay, 2011.",
            "Kim, Ji-Hoon. “On the Flow of Dunes.” PhD diss., University of Oslo, 2013.",
        ],
        [
            ("Holt | Ruiz", "Spectral Gaps of Sand", 2018),
            ("Malik | Novak | Ueda", "Ripples in Wind: Theory and Practice", 2015),
            ("O’Brien", "Dunes", 2011),
            ("Kim", "On the Flow of Dunes", 2013),
        ],
    ),
    "french": (
        [
            "HOLT Maren, RUIZ Diego, « Lacunes spectrales du sable », Revue des côtes, vol. 3, n° 1, 2018, p. 1-9.",
            "MALIK Sana, Rides dans le vent, Paris, Quai, 2015, 210 p.",
            "O'BRIEN Kate, « Dunes », dans HOLT Maren (dir.), Le lecteur du sable, Lyon, Môle, 2011, p. 33-48.",
            "DUPONT Éloïse et LEFÈVRE Jean, Le sable et le temps, Paris, Gallimard, 1999.",
        ],
        [
            ("Holt | Ruiz", "Lacunes spectrales du sable", 2018),
            ("Malik", "Rides dans le vent", 2015),
            ("O'Brien", "Dunes", 2011),
            ("Dupont | Lefèvre", "Le sable et le temps", 1999),
        ],
    ),
    "han": (
        [
            "[1] 王伟，李娜，张强．沙波的谱分析[J]．海岸学报，2019，14(2)：101-120．",
            "[2] 陈明. 河口动力学[M]. 北京: 科学出版社, 2010.",
            "[3] 刘洋, 周静, 等. 沙丘的移动. 海岸学报, 2018, 13(1): 1-9.",
        ],
        [
            ("王伟 | 李娜 | 张强", "沙波的谱分析", 2019),
            ("陈明", "河口动力学", 2010),
            ("刘洋 | 周静", "沙丘的移动", 2018),
        ],
    ),
    "hangul": (
        [
            "김민준, 이서연. 모래 물결의 분석. 해안학회지 2019;14(2):101-120.",
            "박지훈. 하구 역학. 서울: 과학출판사; 2010.",
        ],
        [
            ("김민준 | 이서연", "모래 물결의 분석", 2019),
            ("박지훈", "하구 역학", 2010),
        ],
    ),
    "nature": (
        [
            "1. Vane, R., Stone, E. & Bell, O. Heat flow under glaciers. Nat. Geosci. 11, 33–39 (2018).",
            "2. Lark, T. et al. Ice cores of the late Holocene. Preprint at https://arxiv.org/abs/1901.00001 (2019).",
            "3. Finch, A. & Wren, B. Cold Rivers 2nd edn (Quay Press, 2011).",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark", "Ice cores of the late Holocene", 2019),
            ("Finch | Wren", "Cold Rivers", 2011),
        ],
    ),
    "lncs": (
        [
            "1. Vane, R., Stone, E.: Heat flow under glaciers. In: Bell, O. (ed.) GLACIER 2018. LNCS, vol. 1234, pp. 33–39. Springer, Cham (2018). https://doi.org/10.1007/978-3-0_1",
            "2. Lark, T., Finch, A., Wren, B.: Ice cores of the late Holocene. J. Ice 12(3), 1–9 (2019)",
            "3. Finch, A.: Cold Rivers. 2nd edn. Quay Press, London (2011)",
        ],
        [
            ("Vane | Stone", "Heat flow under glaciers", 2018),
            ("Lark | Finch | Wren", "Ice cores of the late Holocene", 2019),
            ("Finch", "Cold Rivers", 2011),
        ],
    ),
    "acm": (
        [
            "[1] Rosa Vane, Emil Stone, and Otto Bell. 2018. Heat Flow under Glaciers. In Proceedings of the 3rd ACM Conference on Ice (ICE '18). ACM, New York, NY, USA, 33–39. https://doi.org/10.1145/1.2",
            "[2] Tom Lark and Ann Finch. 2019. Ice Cores of the Late Holocene. J. ACM 12, 3, Article 7 (May 2019), 25 pages.",
            "[3] Ann Finch. 2011. Cold Rivers (2nd. ed.). Quay Press, London.",
        ],
        [
            ("Vane | Stone | Bell", "Heat Flow under Glaciers", 2018),
            ("Lark | Finch", "Ice Cores of the Late Holocene", 2019),
            ("Finch", "Cold Rivers", 2011),
        ],
    ),
    "ieeeweb": (
        [
            '[1] R. Vane, E. Stone, and O. Bell, "Heat flow under glaciers," in Proc. IEEE Int. Conf. Ice (ICI), Oslo, Norway, 2018, pp. 33-39.',
            "[2] T. Lark, Ice Cores of the Late Holocene, 2nd ed. London, U.K.: Quay, 2019, ch. 3.",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark", "Ice Cores of the Late Holocene", 2019),
        ],
    ),
    "abnt": (
        [
            "VANE, Rosa; STONE, Emil. Fluxo de calor sob geleiras. Revista do Gelo, São Paulo, v. 11, n. 2, p. 33-39, 2018.",
            "LARK, Tomás da Silva. Núcleos de gelo. 2. ed. Rio de Janeiro: Cais, 2019.",
            "FINCH, Ana. Rios frios. 2011. Tese (Doutorado em Geologia) – Universidade de São Paulo, São Paulo, 2011.",
        ],
        [
            ("Vane | Stone", "Fluxo de calor sob geleiras", 2018),
            ("Lark", "Núcleos de gelo", 2019),
            ("Finch", "Rios frios", 2011),
        ],
    ),
    "gost": (
        [
            "1. Иванов П. С., Петрова О. А. Тепловой поток под ледниками // Лёд и снег. 2018. Т. 11, № 2. С. 33–39.",
            "2. Сидоров А. В. Холодные реки. М.: Наука, 2011. 210 с.",
            "3. Vane R., Stone E. Heat flow under glaciers // Journal of Ice. — 2018. — Vol. 11. — P. 33–39.",
        ],
        [
            ("Иванов | Петрова", "Тепловой поток под ледниками", 2018),
            ("Сидоров", "Холодные реки", 2011),
            ("Vane | Stone", "Heat flow under glaciers", 2018),
        ],
    ),
    "spanish": (
        [
            "Vane, R. y Stone, E. (2018). Flujo de calor bajo los glaciares. Revista del Hielo, 11(2), 33-39.",
            "García Márquez, L. (2011). Ríos fríos. Madrid: Muelle.",
            "López-Pérez, A., Núñez, B. e Ibáñez, C. (2019). Núcleos de hielo. En R. Vane (Ed.), Manual del hielo (pp. 1-9). Muelle.",
        ],
        [
            ("Vane | Stone", "Flujo de calor bajo los glaciares", 2018),
            ("Márquez", "Ríos fríos", 2011),
            ("López-Pérez | Núñez | Ibáñez", "Núcleos de hielo", 2019),
        ],
    ),
    "italian": (
        [
            "R. Vane, E. Stone, Il flusso di calore sotto i ghiacciai, in «Rivista del ghiaccio», XI (2018), 2, pp. 33-39.",
            "T. Lark, Carote di ghiaccio, in Manuale del ghiaccio, a cura di R. Vane, Milano, Molo, 2019, pp. 1-9.",
        ],
        [
            ("Vane | Stone", "Il flusso di calore sotto i ghiacciai", 2018),
            ("Lark", "Carote di ghiaccio", 2019),
        ],
    ),
    "rsc": (
        [
            "1 R. Vane, E. Stone and O. Bell, J. Ice Chem., 2018, 11, 33–39.",
            "2 T. Lark and A. Finch, Ice Cores, Quay Press, London, 2nd edn, 2019.",
            "3 A. Finch, PhD thesis, University of Oslo, 2011.",
        ],
        [
            ("Vane | Stone | Bell", "", 2018),
            ("Lark | Finch", "Ice Cores", 2019),
            ("Finch", "", 2011),
        ],
    ),
    "chicagoad": (
        [
            "Vane, Rosa, Emil Stone, and Otto Bell. 2018. “Heat Flow under Glaciers.” Journal of Ice 11 (2): 33–39. https://doi.org/10.1000/j.",
            "Lark, Tom. 2019. Ice Cores of the Late Holocene. 2nd ed. London: Quay.",
            "Finch, Ann, and Bo Wren, eds. 2011. Cold Rivers: A Reader. London: Quay.",
        ],
        [
            ("Vane | Stone | Bell", "Heat Flow under Glaciers", 2018),
            ("Lark", "Ice Cores of the Late Holocene", 2019),
            ("Finch | Wren", "Cold Rivers: A Reader", 2011),
        ],
    ),
    "nlmpmid": (
        [
            "1: Vane R, Stone E, Bell O. Heat flow under glaciers. J Ice Med. 2018 May;11(2):33-39. doi: 10.1000/j. Epub 2018 Mar 2. PMID: 12345678; PMCID: PMC1234567.",
            "2: Lark T, Finch AB 2nd, Wren B Jr. Ice cores of the late Holocene. Cold Med. 2019 Jan 12;12:e77. PMID: 12345679.",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark | Finch | Wren", "Ice cores of the late Holocene", 2019),
        ],
    ),
    "cv": (
        [
            "• R. Vane*, E. Stone*, and O. Bell (2018). Heat flow under glaciers. ICE 2018 (Oral).",
            "• T. Lark, A. Finch, and B. Wren (2019). Ice cores of the late Holocene. Under review.",
            "• A. Finch (2011). Cold rivers. Quay Press.",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark | Finch | Wren", "Ice cores of the late Holocene", 2019),
            ("Finch", "Cold rivers", 2011),
        ],
    ),
    "mdpi": (
        [
            "1. Vane, R.; Stone, E.; Bell, O. Heat Flow under Glaciers. *Ice* **2018**, *11*, 33–39, doi:10.3390/ice1010033.",
            "2. Lark, T.; Finch, A. *Ice Cores of the Late Holocene*, 2nd ed.; Quay Press: London, UK, 2019; pp. 1–9.",
        ],
        [
            ("Vane | Stone | Bell", "Heat Flow under Glaciers", 2018),
            ("Lark | Finch", "Ice Cores of the Late Holocene", 2019),
        ],
    ),
    "frontiers": (
        [
            "Vane, R., Stone, E., and Bell, O. (2018). Heat flow under glaciers. Front. Ice 11:33. doi: 10.3389/ice.2018.00033",
            "Lark, T., Finch, A., Wren, B., Teal, C., Coot, D., Rail, E., et al. (2019). Ice cores of the late Holocene. Cold Sci. 12, 1–9. doi: 10.1000/c",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark | Finch | Wren | Teal | Coot | Rail", "Ice cores of the late Holocene", 2019),
        ],
    ),
    "agu": (
        [
            "Vane, R., & Stone, E. (2018), Heat flow under glaciers, J. Geophys. Res. Ice, 123, 33–39, doi:10.1002/2017JI000001.",
            "Lark, T. (2019), Ice Cores of the Late Holocene, 2nd ed., 312 pp., Quay, London.",
        ],
        [
            ("Vane | Stone", "Heat flow under glaciers", 2018),
            ("Lark", "Ice Cores of the Late Holocene", 2019),
        ],
    ),
    "ccl": (
        [
            "Rosa Vane, Emil Stone, and Otto Bell. 2018. Heat flow under glaciers. In Proceedings of the 56th Annual Meeting of the Association for Ice (Volume 1: Long Papers), pages 33–39, Oslo, Norway. Association for Ice.",
            "Tom Lark, Ann Finch, et al. 2019. Ice cores of the late Holocene. arXiv preprint arXiv:1901.00001.",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark | Finch", "Ice cores of the late Holocene", 2019),
        ],
    ),
    "neurips": (
        [
            "[12] Rosa Vane, Emil Stone, and Otto Bell. Heat flow under glaciers. In Advances in Neural Ice Processing, volume 31, 2018.",
            "[13] T. Lark, A. Finch, B. Wren. Ice cores of the late holocene. CoRR, abs/1901.00001, 2019.",
        ],
        [
            ("Vane | Stone | Bell", "Heat flow under glaciers", 2018),
            ("Lark | Finch | Wren", "Ice cores of the late holocene", 2019),
        ],
    ),
    "astro": (
        [
            "Vane R., Stone E., Bell O., 2018, MNRAS, 481, 33",
            "Lark T., Finch A., 2019, Ice Cores. Quay Press, London",
        ],
        [
            ("Vane | Stone | Bell", "", 2018),
            ("Lark | Finch", "Ice Cores", 2019),
        ],
    ),
    "econ": (
        [
            'Vane, Rosa, and Emil Stone. 2018. "Heat Flow under Glaciers." American Ice Review 108 (4-5): 33-39.',
        ],
        [
            ("Vane | Stone", "Heat Flow under Glaciers", 2018),
        ],
    ),
    "bioinf": (
        [
            "Vane,R. et al. (2018) Heat flow under glaciers. Ice Informatics, 34, 33–39.",
            "Lark,T. and Finch,A. (2019) Ice Cores. Quay, London.",
        ],
        [
            ("Vane", "Heat flow under glaciers", 2018),
            ("Lark | Finch", "Ice Cores", 2019),
        ],
    ),
    "thesisde": (
        [
            "[VS18] Vane, R.; Stone, E.: Wärmefluss unter Gletschern. In: Eis 11 (2018), Nr. 2, S. 33–39",
            "[La19] Lark, Tom: Eiskerne. 2. Auflage. Berlin : Kai, 2019. – ISBN 978-0-306-40615-7",
        ],
        [
            ("Vane | Stone", "Wärmefluss unter Gletschern", 2018),
            ("Lark", "Eiskerne", 2019),
        ],
    ),
    "oscola": (
        [
            "Vane R, 'Heat Flow under Glaciers' (2018) 11 Ice Law Review 33",
            "Lark T, Ice Cores (2nd edn, Quay Press 2019)",
        ],
        [
            ("Vane", "Heat Flow under Glaciers", 2018),
            ("Lark", "Ice Cores", 2019),
        ],
    ),
    "japanese": (
        [
            '[1] 山田太郎, 佐藤花子, 鈴木一郎, "氷河下の熱流," 雪氷学会誌, vol.80, no.2, pp.33-39, 2018.',
            '[2] R. Vane, E. Stone, "Heat flow under glaciers," J. Ice, vol.11, pp.33-39, 2018.',
        ],
        [
            ("山田太郎 | 佐藤花子 | 鈴木一郎", "氷河下の熱流", 2018),
            ("Vane | Stone", "Heat flow under glaciers", 2018),
        ],
    ),
    "russianlat": (
        [
            "Сидоров А.В., Козлов И.И. Холодные реки // Вестник. – 2019. – № 3. – С. 1–9.",
        ],
        [
            ("Сидоров | Козлов", "Холодные реки", 2019),
        ],
    ),
    "smallcapitals": (
        [
            "[1] HOLT , M., AND RUIZ , D. The existence of dunes. Journal of Coasts 82, 2 (May 1991).",
            "[2] MALIK , S., S HI, Y., NOVAK , P., R OYCHOUD -",
            "HURY, A., AND UEDA , T. Timing analysis of a",
            "protected coast. In Proceedings of the Sand Systems Symposium (SSS) (2011).",
            "[3] VANE , R. J., D OUCEUR , K., AND STONE , E. The",
            "Fenland project: a retrospective. Sand Systems Review 41 (2) (April 2007).",
        ],
        [
            ("Holt | Ruiz", "The existence of dunes", 1991),
            (
                "Malik | Shi | Novak | Roychoudhury | Ueda",
                "Timing analysis of a protected coast",
                2011,
            ),
            ("Vane | Douceur | Stone", "The Fenland project: a retrospective", 2007),
        ],
    ),
    "andbetweenall": (
        [
            "[1] Maren Holt and Diego Ruiz and Sana Malik and Petr Novak, Assessing Prudence of Open Dunes, arXiv preprint arXiv:2106.06157,2021",
            "[2] Taro Ueda and Ruth Vane, Spectral Gaps of Sand, arXiv preprint arXiv:2004.13637, 2017",
        ],
        [
            ("Holt | Ruiz | Malik | Novak", "Assessing Prudence of Open Dunes", 2021),
            ("Ueda | Vane", "Spectral Gaps of Sand", 2017),
        ],
    ),
    "markdownlinks": (
        [
            "[1] Holt M, Ruiz D, Le Q V. [Spectral gaps of sand](https://arxiv.org/abs/1409.3215)[J]. 2014, 4:3104-3112.",
            "",
            "[2]Malik S, Novak P, Ueda T, et al. [Ripples in wind for statistical coasts](http://www.example.org/D14-1179.pdf)[C]. Proceedings of the 2014 Sand Conference (SAND), 2014: 1724-1734.",
        ],
        [
            ("Holt | Ruiz | Le", "Spectral gaps of sand", 2014),
            ("Malik | Novak | Ueda", "Ripples in wind for statistical coasts", 2014),
        ],
    ),
    "colonsafternames": (
        [
            "[1] Holt M:, Ruiz D:, Malik S: Spectral gaps of sand. Journal of Coasts 3(1):1–9, 2018.",
            "[2] Novak P:, Ueda T: Ripples in wind: theory and practice. Sand 12:33–39, 2015.",
            "[3] Vane R: Heat flow under glaciers. Ice 11:33–39, 2018.",
        ],
        [
            ("Holt | Ruiz | Malik", "Spectral gaps of sand", 2018),
            ("Novak | Ueda", "Ripples in wind: theory and practice", 2015),
            ("Vane", "Heat flow under glaciers", 2018),
        ],
    ),
    "chineselaw": (
        [
            "〔1〕 王伟、李娜：《沙波的谱分析》，《海岸学报》2019年第2期。",
            "〔2〕 M. Holt、D. Ruiz：《Spectral Gaps of Sand》，in《Journal of Coasts》2018第9no.。",
            "〔3〕 陈明：《河口动力学》，科学出版社2010年版，第55页。",
        ],
        [
            ("王伟 | 李娜", "沙波的谱分析", 2019),
            ("Holt | Ruiz", "Spectral Gaps of Sand", 2018),
            ("陈明", "河口动力学", 2010),
        ],
    ),
    "hyphensbetweennames": (
        [
            "M. Holt-D. Ruiz-S. Malik, Spectral Gaps of Sand, in Proceedings of the 37th Sand Conference, Pier, 2020, pp. 950–959",
            "P. Novak-T. Ueda, Ripples in Wind and Water, in Proceedings of the Sand Conference, Oslo, 2015, pp. 12–19",
        ],
        [
            ("Holt | Ruiz | Malik", "Spectral Gaps of Sand", 2020),
            ("Novak | Ueda", "Ripples in Wind and Water", 2015),
        ],
    ),
    "stopsbetweennames": (
        [
            "Holt M. Ruiz D. Malik S. & Novak P.R. 2017: Spectral gaps of sand in hierarchical coasts.",
            "Ueda T. Vane R. & Stone E. 2023: Ripples in wind. Journal of Coasts 3: 51–58.",
        ],
        [
            ("Holt | Ruiz | Malik | Novak", "Spectral gaps of sand in hierarchical coasts", 2017),
            ("Ueda | Vane | Stone", "Ripples in wind", 2023),
        ],
    ),
    "semicolonswithoutspace": (
        [
            "[1] Holt MA;Ruiz JA;Malik JW. Spectral gaps of sand. Proceedings of the 47th Sand Conference, Pier; 2024, p. 1–9.",
            "[2] Novak F;Ueda D;Vane A. Ripples in wind. Proceedings of the 38th Sand Conference, vol. 139, Pier; 2021, p. 3025–35.",
        ],
        [
            ("Holt | Ruiz | Malik", "Spectral gaps of sand", 2024),
            ("Novak | Ueda | Vane", "Ripples in wind", 2021),
        ],
    ),
    "spacedslashes": (
        [
            "Holt / Ruiz / Malik / Novak (2013) Spectral Gaps of Sand via Cascading Coasts",
            "Ueda / Vane / Stone (2022) Ripples in Wind. in: Lark et al. (eds.), The Sand Reader: Theory and Practice, 80–85",
        ],
        [
            ("Holt | Ruiz | Malik | Novak", "Spectral Gaps of Sand via Cascading Coasts", 2013),
            ("Ueda | Vane | Stone", "Ripples in Wind", 2022),
        ],
    ),
    "dashafterdate": (
        [
            "HOLT, Maren; RUIZ, Diego (2021) – Dunes: Explicit Forms and Their Control.",
            "MALIK, Sana; NOVAK, Petr; UEDA, Taro (2020) – Dense Sands of Low Coasts. – 9th International Conference on Sand, Pier Press.",
        ],
        [
            ("Holt | Ruiz", "Dunes: Explicit Forms and Their Control", 2021),
            ("Malik | Novak | Ueda", "Dense Sands of Low Coasts", 2020),
        ],
    ),
    "notesoftranslations": (
        [
            "1. Maren S. Holt, The Structure of Coastal Revolutions (Oslo: Pier Press, 1962), 24.",
            "2. Diego Ruiz, “Situated Sands: The Question of Coasts,” Coastal Studies 14, no. 3 (1988): 575–99.",
            "3. Sana Malik, Dune and Shore: The Birth of the Coast, trans. Petr Novak (Oslo: Quay, 1995), 201.",
        ],
        [
            ("Holt", "The Structure of Coastal Revolutions", 1962),
            ("Ruiz", "Situated Sands: The Question of Coasts", 1988),
            ("Malik", "Dune and Shore: The Birth of the Coast", 1995),
        ],
    ),
    "shortwordsandepub": (
        [
            "1. Holt M, Ruiz D. Sharing dunes: social vs. purposeful coasts. Sand. 2013 Jan 1;29(1):15-21. Epub 2012 Oct 25.",
            "2. Malik S. Ripples in wind. Sand. 2014;15(12):550.",
        ],
        [
            ("Holt | Ruiz", "Sharing dunes: social vs. purposeful coasts", 2013),
            ("Malik", "Ripples in wind", 2014),
        ],
    ),
}


@pytest.mark.parametrize("custom", list(LISTS))
def test_a_list_is_read_in_its_custom(custom: str) -> None:
    lines, wanted = LISTS[custom]
    found = list(read("\n".join(lines)))
    shown = [
        (
            [
                (n.name if isinstance(n, Group) else n.family).split()[-1]
                for n in one.authors or one.editors
            ],
            one.title.casefold(),
            one.year,
        )
        for one in found
    ]
    assert [(" | ".join(names).casefold(), title, year) for names, title, year in shown] == [
        (names.casefold(), title.casefold(), year) for names, title, year in wanted
    ]


# Texts that people paste before a single reference.
LABELS = (
    "",
    "[1] ",
    "12. ",
    "(3) ",
    "3) ",
    "- ",
    "• ",
    "[Pri19] ",
    "[Prieto et al., 2019] ",
    "7 ",
    "2: ",
)
FORMS = (
    "Prieto, A. L., & Solberg, H. (2019). Budgets of braided rivers. J. Fluv. Stud., 12, 201.",
    "A. L. Prieto and H. Solberg, “Budgets of braided rivers,” J. Fluv. Stud., vol. 12, 2019.",
    "Prieto AL, Solberg H. Budgets of braided rivers. J Fluv Stud. 2019;12(3):201-19.",
)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("form", FORMS)
def test_one_reference_alone_has_no_label(form: str, label: str) -> None:
    (found,) = read(label + form)
    assert [str(name) for name in found.authors] == ["A. L. Prieto", "H. Solberg"]
    assert (found.title.casefold(), found.year) == ("budgets of braided rivers", 2019)


def test_a_year_before_a_reference_is_no_label() -> None:
    (found,) = read("2001: A Space Odyssey. Clarke, A. C. London: Hutchinson, 1968.")
    assert "2001" in f"{found.title} {' '.join(map(str, found.authors))}"


def test_a_family_name_of_four_capitals_is_no_row_of_initials() -> None:
    text = "HOLT Maren, RUIZ Diego, « Lacunes du sable », Revue des côtes, vol. 3, 2018, p. 1-9."
    (found,) = read(text)
    assert [getattr(name, "given", "") for name in found.authors] == ["Maren", "Diego"]
