const words = `
a an the i im ive me my mine we our us you u ur your yours he she it its they them their this that these those there
is are was were be been am do does did done has have had having can could will would should shall may might must
and or but if so because cause cuz as of in on at to from by for with about into than then also just only even
what which who whom when how why not no dont doesnt didnt isnt arent wasnt cant cannot wont pls please plz help hi hello hey thanks thx
thank sir dear guys really very any some all both every each more much still yet now again already ever tho though lol
ok okay got get here anyone someone somebody something anything want need
el la los las un una unos unas lo le les se me te mi mis tu tus su sus nos yo usted ustedes ellos ella es son esta estan fue
ser estar hay he ha han habia de del al a en con por para sin sobre entre y e o u pero si que q k como cuando donde cual quien porque
xq pq no ni ya muy mas tan todo toda todos todas esto eso este ese esa ayuda hola favor gracias buenas buenos dias tardes quiero necesito puedo
estoy estaba estaban era eran sido hago hacer hacen hice hizo hace haga haciendo tengo tiene tienen tenia dice dicen decia dijo voy va van
mucho mucha muchos muchas anoche vez veces cosa algo alguien nadie tal alla siempre nunca ahora hoy ayer desde hasta ahi asi aunque mientras luego despues
tambien entonces pues bueno solo parece creo sera puede pueden podria podia debo debe cada mismo misma ademas parte lleva llevo llevan aun aqui aca vos oigan
senor senores saludos buen urgente disculpe disculpen acabo
os as um uma uns umas o me meu minha meus minhas seu sua seus suas nosso eu voce vc vcs voces ele ela eles elas isso isto esse essa
e eh ta to tava foi ser estar tem tinha ha de do da dos das no na nos nas em com por pra pro para sem ou mas se que como quando onde qual quem
nao n ja muito mais tao tudo todo toda ajuda oi ola obrigado bom boa dia tarde foram naum nn td p oq hj dps msm ne pfv gente socorro quero preciso posso tb tbm ate so la ai aqui porque
num numa pelo pela pelos pelas ao aos dele dela deles nele nela desse dessa deste nesse nessa neste aquele aquela aquilo mim comigo lhe
era eram seria sera sou sao somos fui sido estou estao estava estavam estamos ia ir vai vou vao
faz fazer fazendo fez fiz deu dar diz dizem dizendo disse fala falam falou sei sabe
pode podem podia consigo consegue deve quer querer queria gostaria hoje agora depois antes ainda entao sempre nunca
alguem algum alguma algo qualquer cada quanto quantos quanta muita muitos muitas demais bem quase causa jeito monte coisa
coisas junto dentro apos pois tipo galera pessoal obrigada valeu senhor senhora urgente vez varias vale ninguem amigo amiga reais dolares mil vi faco devo
`;

/** Words that say nothing about the trouble, in all languages; they count only inside a longer phrase. */
export const stopWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));

const said = `
go goes going come comes coming put puts make makes made making use uses used using say says said saying tell tells
know knows knew think thinks see sees seen look looks looked looking try tries tried trying let lets keep keeps want wants wanted
need needs needed ask asks asked happen happens happened seem seems start started find finds happening work works getting
inside outside other others another same own next first last whole full every little big small good bad long old way thing
things stuff part place person people man woman guy lady friend friends buddy brother sister mom mum moms dad father mother uncle
aunt wife husband son daughter cousin boss neighbour neighbor colleague ago today yesterday tomorrow tonight morning evening night
week weeks weekend month months day days hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday
since until after before during while again always ever once sometimes suddenly anymore longer able unable possible maybe actually
lot lots plenty out up off over around through against us our him his her hers where wheres here there one
two three four five six seven eight nine ten hundred second third
ledger metamask trezor trust exodus
apparently probably honestly exactly completely finally properly correctly simply called name okay cannot locate
irmao irma primo prima tio tia cunhado cunhada sobrinho sobrinha sogro sogra genro nora avo vovo pai mae papai mamae
neto neta namorado namorada noivo noiva marido esposa mulher homem menino menina moleque vizinho vizinha colega
colegas chefe patrao parceiro mano segunda terca quarta quinta sexta sabado domingo semana semanas mes meses ano anos
hora horas minuto minutos ontem amanha madrugada manha cedo janeiro fevereiro marco abril maio junho julho agosto
setembro outubro novembro dezembro feriado natal dois duas tres quatro cinco seis sete oito nove dez vinte trinta
cinquenta cem duzentos quinhentos pinta verdade achei acho pensei tentei tento tentar tentando comecei usar uso usei
usando ver vejo viu ficar fica ficou colocar coloquei botar botei pegar peguei acontece aconteceu simplesmente
inclusive realmente literalmente infelizmente provavelmente finalmente aparentemente totalmente completamente certinho
direitinho cansado desesperado desespero puto nervoso preocupado bravo chateado merda porra caramba caralho droga saco
treco troco bagulho acordei acordar embora inteiro
`;

/** Words that everybody uses, whatever the trouble is: that a text has one of them by chance says little. */
export const weakWords: ReadonlySet<string> = new Set(said.split(/\s+/).filter(Boolean));
