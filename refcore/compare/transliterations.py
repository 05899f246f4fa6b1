"""Given names of other alphabets, with the customary Latin spellings of each."""

from __future__ import annotations

from typing import Final

__all__ = ["TRANSLITERATIONS"]

# Each line holds one name in its own alphabet, then its Latin spellings.
TRANSLITERATIONS: Final = """
aleksandr alexander alexandr aleksander oleksandr olexandr
aleksandra alexandra oleksandra
aleksei aleksey alexei alexey alexej oleksii oleksiy
anatoly anatoli anatolii anatoliy
andrei andrey andrej andriy andrii
anastasia anastasiia anastasiya
arkady arkadi arkadii arkadiy arkadij
artem artyom artiom
boris borys
darya daria dariya dariia
denis denys
dmitri dmitry dmitrij dmitrii dmitriy dmytro dimitri dzmitry dzmitri
ekaterina yekaterina katerina kateryna
elena yelena olena
evgeny evgeni evgenii evgeniy yevgeny yevgeni yevgeniy yevhen evgenij eugene
evgenia evgeniia evgeniya yevgenia yevheniia
fedor fyodor feodor
gennady gennadi gennadii gennadiy
georgy georgii georgiy georgi george georges georgios yorgos
grigory grigori grigorii grigoriy gregori gregory
igor ihor
ilya ilia illia iliya
irina iryna
ksenia kseniya kseniia xenia
konstantin constantin kostyantyn constantine
konstantinos constantinos constantine konstandinos
leonid leonyd
lyudmila ludmila liudmila ljudmila
maksim maxim maksym
maria mariia mariya
mikhail michail mykhailo
mykola nikolai nikolay
natalia natalya nataliya nataliia
nikita mykyta
nikolai nikolay nikolaj
oleg oleh
olga olha
pavel pavlo
petr pyotr petro
sergei sergey serguei serhii serhiy sergej
sofia sofya sofiya sofiia
stanislav stanyslav
tatiana tatyana tatjana tetiana
valery valeri valerii valeriy
vasily vasili vasilii vasiliy vasyl wassily vassily
victor viktor
vitaly vitali vitalii vitaliy vitalij
vladimir volodymyr wladimir volodimir
vyacheslav viacheslav
yaroslav iaroslav jaroslav
yulia julia iulia yuliya yuliia julija
yuri yury iurii yurii yuriy iury jurij juri jurii
mohammad mohammed mohamed muhammad mohamad muhammed muhamad
ahmad ahmed
hussein hossein hussain husain hosein
yousef youssef yusuf yosef yousuf
abdullah abdallah abdulla
abdulrahman abdelrahman abdurrahman abdurahman
hassan hasan
omar umar
mahmoud mahmud mahmood
aggelos angelos
ioannis yannis yiannis giannis ioannes
nikolaos nicolaos nikos nicholas
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
michail michalis mihalis
efstathios eustathios stathis
eleftherios elefterios lefteris
emmanouil emmanuil
ilias elias
iason iasonas jason
"""
