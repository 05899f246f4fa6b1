"""Chinese names as people from Hong Kong, Singapore and Malaysia write them, beside pinyin.

They are written by their sound in Cantonese, Hokkien or Teochew: Chan Tai-Man is Chen Daiwen.
Source of the rows: the romanization of the Hong Kong Government for Cantonese, and the customary
spellings of family names in Singapore and Malaysia.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final

__all__ = ["are_of_dialect"]


def _read(table: str) -> dict[str, tuple[str, ...]]:
    rows = (row.split() for row in table.split(";"))
    return {row[0]: tuple(row[1:]) for row in rows if row}


# Family name, and what it can be in pinyin.
_FAMILIES: Final = _read(
    """
ang hong; au ou; chan chen; chang zhang; chau zhou; cheng zheng; cheung zhang; chew zhou; chia
xie; chiam zhan; chiu zhao; choi cai; chong zhang zhuang; chow zhou; choy cai; chu zhu; chua cai;
chui xu; chung zhong; fan fan; fok huo; fong fang kuang; foo fu; foong feng; fung feng; gan yan;
goh wu; heng wang xing; heung xiang; ho he; hon han; hoon yun; hui xu; hung hong kong; ip ye; kam
jin gan; kan jian; keung jiang; kho xu; khoo qiu; khor xu; koh gao xu; kong jiang; koo gu; kuan
guan; kung gong; kwa ke; kwan guan; kwek guo; kwok guo; kwong kuang; lai li; lam lin; lau liu; law
luo; lee li; lei li; leung liang; lim lin; lo lu luo; loh luo; lok luo; loke lu; low liu luo; lui
lei lu; luk lu; lye lai; mak mai; man wen; mok mo; mui mei; neo liang; ng wu huang; ngai wei ni;
oh hu; ong wang; ooi huang; pang peng; phua pan; poh fu; poon pan; quah ke; quek guo; seah xie;
seow xiao; sham cen; shek shi; shum shen cen; sim shen; sin xian; siow xiao; siu xiao; so su; soh
su; suen sun; sun sun; sze shi; szeto situ; tai dai; tam tan; tan chen; tang deng; tay zheng; teh
zheng; teng deng ding; teo zhang; ting ding chen; tio zhang; toh zhuo du; tong tang; tsang zeng;
tse xie; tsoi cai; tsui xu; tung dong; wai wei; wan yun wen; wee huang; wong huang wang; woo hu;
woon wen; wu hu wu; yan yin zhen; yap ye; yau qiu you; yeo yang; yeoh yang; yeung yang; yim yan;
yip ye; yiu yao; yong yang; yu yu; yuen yuan ruan; yung rong weng
"""
)
# Syllable of a given name, and what it can be in pinyin.
_SYLLABLES: Final = _read(
    """
ai ai; aik yi; bee mei; beng ming; bik bi; bo bao bo; boon wen; bun bin; chai cai; chak ze; cham
zhan; chee zhi zi qi; cheong chang xiang zhang; cheuk zhuo; cheung chang xiang zhang; chi zhi zi
ci qi; chik zhi; chin qian zhan; ching qing jing cheng zheng; chiu zhao chao; cho zuo chu; choi
cai; choon chun jun; chor chu; chuan quan; chuen quan chuan; chui cui; chun jun zhen chun qin jin;
chung zhong cong zong; chwee shui; chye cai; dik di; eng ying rong yong; fai hui; fan fan fen; fat
fa; fei fei; fong fang; fook fu; foon huan; fu fu; fuk fu; fun huan; fung feng; gek yu; geok yu;
guan yuan; ha xia; hai hai; hang heng xing; hao hao; hau hou xiao; hei xi; heng xing; heung xiang;
hin xian; hing xing qing; ho hao he; hock fu; hoi hai kai; hok xue he; hon han; hong feng hong;
hoon yun; hua hua; huat fa; huen xuan; hui hui; hung hong xiong; hwa hua; hwee hui; in yan; jia
jia; jin ren; joo yu; jun jun; ka jia; kah jia; kai qi jie ji; kam jin gan; kan qin jin; kau jiu
qiu; keat jie ji; kei qi ji; keng qing jing; keong qiang gong; keung qiang; khai kai; kheng qing;
khim qin; khoon kun; ki qi ji; kian jian; kiat jie ji; kim jin; kin jian; king jing qing; kit jie;
kiu qiao; ko gao; kok guo; kong gang guang jiang; kuen quan juan; kui ju; kun guan; kung gong;
kwai gui; kwan jun kun guan; kwang guang; kwee gui; kwok guo; kwong guang; kwun guan; lai li; lam
lin lan; lan lan; lap li; lau liu; lay li; lee li; leng ling; leong liang long; leung liang; li
li; lian lian; liang liang; liat lie; lik li; lin lian; ling ling; lit lie; lok le luo; long lang;
loon lun; luen lian luan; lui lei; luk lu; lun lun; lung long; man wen min wan; mei mei; meng ming
meng; mi mi; ming ming; miu miao; mo wu; mong mong; mui mei; muk mu; mun man min; nam nan; neo
niang; nga ya; ngai yi wei; ngan yan; ngar ya; ngok yue; ning ning; oi ai; on an; pak bo bai; pang
peng; peck bi; peng ping bing; pik bi; ping ping bing; piu biao; po bao bo; poh bao; pong bang;
pui pei bei; sai shi xi; sam shen san; san xin shan; sang sheng; sau xiu shou; sek shi; seng cheng
sheng; seok shu; sheung shuang shang; shing cheng sheng; shuk shu; shun shun xun; siang xiang;
siew xiao xiu; sik xi shi; sim shan; sin shan xian; sing sheng xing cheng; siok shu; siu xiao shao
zhao; so su; sock shu; soo shu si; soon shun; suan xuan; suen xuan sun; suet xue; sui rui; sum xin
shen; sun xin; sung song; swee rui shui; sze shi si; tai da tai di; tak de; tat da; teck de; tee
di zhi; tik di; tim tian; tin tian; ting ting ding; tiong zhong zhang; to tao dao; tong tang; tsan
can; tsun jun; tsz zi zhi; tuck de; tuen tuan; tung dong tong; wa hua; wah hua; wai wei hui; wan
yun wen huan; wee wei; wei wei; wing yong rong; wo he; wong wang; woon huan; wui hui; xin xin; yam
yin; yan ren yin en xin; yang yang; yat yi ri; yau you; yaw yao; yee yi; yeuk yue ruo; yeung yang;
yew you yao; yi yi; yik yi; yim yan; yin yan xian; ying ying; yip ye; yiu yao; yoke yu; yong yong;
yu yu ru; yue yu ru; yuen yuan wan; yuet yue; yui rui; yuk yu; yun run; yung yong rong; zhi zhi
"""
)
_LEAST_SYLLABLES: Final = 2
_LEAST_CHANGED: Final = 2


def are_of_dialect(family: str, given: Sequence[str], pinyin: tuple[str, str]) -> bool:
    """Return whether a name is that of a dialect for a name in pinyin.

    Every syllable must be one that the other can be, and two at least are spelt otherwise, so
    that a misspelt name in pinyin is none of a dialect.

    Args:
        family: The folded family name of the dialect.
        given: The folded syllables of the given name.
        pinyin: The family name and the given name in pinyin, each as one folded word.

    >>> are_of_dialect("chan", ["tai", "man"], ("chen", "dawen"))
    True
    >>> are_of_dialect("chan", ["tai", "man"], ("chen", "daming"))
    False
    """
    if len(given) < _LEAST_SYLLABLES or pinyin[0] not in _FAMILIES.get(family, ()):
        return False
    spelt = [_SYLLABLES.get(syllable, ()) for syllable in given]
    for found in product(*spelt):
        if "".join(found) == pinyin[1]:
            pairs = [(family, pinyin[0]), *zip(given, found, strict=True)]
            return sum(one != other for one, other in pairs) >= _LEAST_CHANGED
    return False
