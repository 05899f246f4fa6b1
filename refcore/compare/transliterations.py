"""Names of other alphabets, mostly given ones, with the customary Latin spellings of each."""

from __future__ import annotations

from typing import Final

__all__ = ["ARABIC", "CYRILLIC", "GREEK", "HEBREW", "TRANSLITERATIONS"]

# Each line holds the Latin spellings of one name of another alphabet.
_OF_CYRILLIC: Final = """
aleksandr alexander alexandr aleksander oleksandr olexandr aliaksandr aljaksandr
aleksandra alexandra oleksandra
aleksei aleksey alexei alexey alexej oleksii oleksiy
anatoly anatoli anatolii anatoliy
andrei andrey andrej andriy andrii andrij
anastasia anastasiia anastasiya
arkady arkadi arkadii arkadiy arkadij
artem artyom artiom
boris borys
danila danilo danylo danil
bogdan bohdan
darya daria dariya dariia
denis denys
dmitri dmitry dmitrij dmitrii dmitriy dmytro dimitri dzmitry dzmitri
ekaterina yekaterina katerina kateryna
elena yelena olena
evgeny evgeni evgenii evgeniy yevgeny yevgeni yevgeniy yevhen evgenij eugene
evgenia evgeniia evgeniya yevgenia yevheniia
fedor fyodor feodor fjodor fiodor
gennady gennadi gennadii gennadiy
georgy georgij heorhii heorhiy georgii georgiy georgi george georges georgios yorgos
grigory grigori grigorii grigoriy gregori gregory hryhoriy hryhorii
igor ihor
ivan iwan
iosif yosif josif yosyp
kirill kyrylo kiril kyryll
matvei matvey matviy
semen semyon semion symon
svetlana svitlana
tikhon tichon tihon
timofei timofey tymofiy
valentin valentyn
yakov iakov jakov yakiv
yefim efim jefim
yelizaveta elizaveta yelyzaveta
ilya ilia illia iliya
irina iryna
ksenia kseniya kseniia xenia
konstantin constantin kostyantyn constantine
leonid leonyd
lyudmila ludmila liudmila ljudmila
maksim maxim maksym
maria mariia mariya
egor yegor jegor yehor
mikhail michail mykhailo mihail mikhailo
mykyta nikita
mykola nikolai nikolay mikola
natalia natalya nataliya nataliia
nikolai nikolay nikolaj
oleg oleh
olga olha
pavel pavlo
petr pyotr petro
sergei sergey serguei serhii serhiy sergej siarhei siarhey
sofia sofya sofiya sofiia sofja
stanislav stanyslav
tatiana tatyana tatjana tetiana
valery valeri valerii valeriy
vasily vasili vasilii vasiliy vasyl wassily vassily
victor viktor
vitaly vitali vitalii vitaliy vitalij
vladimir volodymyr wladimir volodimir uladzimir
vyacheslav viacheslav
yaroslav iaroslav jaroslav
yulia julia iulia yuliya yuliia julija iuliia
yuri yury iurii yurii yuriy iury jurij juri jurii youri jury jurij
"""
_OF_GREEK: Final = """
aggelos angelos
ioannis yannis yiannis giannis ioannes iannis
nikolaos nicolaos nikos nicholas nikolas
vasileios vassilios vasilios vassileios vasilis vassilis
athanasios athanassios
anastasios anastassios
panagiotis panayiotis
theodoros thodoris
evangelos evaggelos
georgia yeoryia
dimitrios dimitris demetrios
charalampos haralampos
spyridon spiridon
spyros spiros
michail michalis mihalis
efstathios eustathios stathis
eleftherios elefterios lefteris
emmanouil emmanuil
konstantinos constantinos constantine konstandinos
kostas costas kostantinos
kyriakos kiriakos
stylianos stilianos
georgios george yorgos giorgos yiorgos
ilias elias
iason iasonas jason
christos hristos
nikiforos nicephoros nikephoros
"""
_OF_HEBREW: Final = """
david dawid
efraim ephraim efrayim
haim chaim hayim chayim
itzhak yitzhak yitzchak itzchak
yaakov yaacov
yehoshua jehoshua
yosef josef
zeev zev
"""
_OF_ARABIC: Final = """
mohammad mohammed mohamed muhammad mohamad muhammed muhamad
ahmad ahmed
hussein hossein hussain husain hosein husayn
yousef youssef youcef yusuf yosef yousuf
abdullah abdallah abdulla
abdulrahman abdelrahman abdurrahman abdurahman
hassan hasan
omar umar
mahmoud mahmud mahmood
sayed syed sayyed sayyid seyed seyyed
saeed saied
karim kareem
rashid rasheed
khaled khalid
tarek tariq tarik
amin ameen
nasser nasir naser
jamal gamal
khalil khaleel
kamal kamel
faisal faysal feisal
qasim kassem kasem kacem qassem kasim
fatima fatma fatemeh
aisha aicha aysha ayesha
layla leila laila
ibrahim ebrahim brahim
ismail esmail ismael
mostafa mustafa mustapha moustafa
osama usama
othman uthman osman usman
sulaiman suleiman soliman slimane suleyman
younes yunus younis
yahya yahia
zakaria zakariya zakariyya
jaafar jafar
haitham haytham
hisham hicham
maryam mariam
noor nour
walid waleed
majid majeed
farid fareed
habib habeeb
najib naguib nagib najeeb
latif lateef
rafiq rafik
farouk farooq faruk
"""
_OF_INDIA: Final = """
sastry sastri shastry shastri
murthy murti murty moorthy moorti
krishnamurthy krishnamurti krishnamurty krishnamoorthy
majumdar majumder mazumdar mazumder
saxena saksena
kapoor kapur
subramanian subramaniam subramaniyam subramanyam subrahmanyam subrahmanian
iyengar ayyangar aiyangar
mukherjee mukherji mookerjee mukerji mukhopadhyay
chatterjee chatterji chattopadhyay
banerjee banerji bandyopadhyay
ganguly ganguli gangopadhyay
bhattacharya bhattacharyya bhattacharjee
chaudhuri chaudhury chaudhary chaudhry choudhury choudhuri choudhary chowdhury chowdhuri
"""
ARABIC: Final = frozenset(_OF_ARABIC.split())
CYRILLIC: Final = frozenset(_OF_CYRILLIC.split())
GREEK: Final = frozenset(_OF_GREEK.split())
HEBREW: Final = frozenset(_OF_HEBREW.split())
TRANSLITERATIONS: Final = _OF_CYRILLIC + _OF_GREEK + _OF_HEBREW + _OF_ARABIC + _OF_INDIA
