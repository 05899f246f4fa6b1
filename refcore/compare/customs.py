"""Facts about how names are made: particles, suffixes, surnames that tell the order."""

from __future__ import annotations

from typing import Final

__all__ = [
    "IBERIAN",
    "LINKS",
    "PARTICLES",
    "SAME_PARTICLE",
    "SUFFIXES",
    "SURNAMES_FIRST",
    "TITLES",
    "VIETNAMESE",
]

PARTICLES: Final = frozenset(
    "s t af al ap aan am auf aus av ben bin bint ibn da dal dall dalla dalle das de degli dei "
    "del dela dell della delle dello den der des di do dos du e el het i l la las le les lo "
    "los of op 't ten ter te the und van vd vande vanden vander ver vom von voor y zu zum "
    "zur".split()
)
# Particles that are one word in two transliterations.
SAME_PARTICLE: Final[dict[str, str]] = {"el": "al", "ben": "ibn", "bin": "ibn"}
# What stands between the two parts of a compound family name.
LINKS: Final = frozenset("y e i de del da do dos das".split())

SUFFIXES: Final[dict[str, str]] = {
    "jr": "jr",
    "junior": "jr",
    "júnior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "2nd": "ii",
    "iii": "iii",
    "3rd": "iii",
    "iv": "iv",
    "4th": "iv",
    "filho": "filho",
    "neto": "neto",
    "sobrinho": "sobrinho",
}
TITLES: Final = frozenset("dr dr. prof prof. professor mr mr. mrs mrs. ms ms. sir".split())

_VIETNAMESE: Final = (
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh luong mai "
    "truong dao lam doan ta cao chau"
)
VIETNAMESE: Final = frozenset(_VIETNAMESE.split())
# Frequent surnames of those who write the family name first, as romanised.
SURNAMES_FIRST: Final = VIETNAMESE | frozenset(
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang "
    "song zheng xie han tang feng dong xiao cheng cao yuan deng fu shen zeng peng lv lyu lu "
    "su jiang cai ding xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou "
    "xiong jin kong bai cui kang mao qiu qin gu hou shao meng wan duan qian tao yin chang lei "
    "long hung tsai hsu hsieh chiang chou cheung chan wong leung lau kwok chow yeung ho ng "
    "lam tsang kim lee park choi jung jeong cho yoon jang lim shin kwon hwang ahn seo oh hong "
    "yoo bae jeon moon baek heo nam noh ha joo sato suzuki takahashi tanaka watanabe ito "
    "yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura "
    "hayashi shimizu saito yamazaki mori ikeda hashimoto ishikawa ogawa okada hasegawa fujita "
    "goto maeda nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp "
    "takacs juhasz lakatos meszaros olah simon racz fekete szilagyi torok feher balazs gal "
    "kocsis ouyang situ sima zhuge shangguan duanmu wenren".split()
)
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
