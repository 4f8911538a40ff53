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
nao n ja muito mais tao tudo todo toda ajuda oi ola obrigado bom boa dia tarde quero preciso posso tb tbm ate so la ai aqui porque
`;

/** Words that say nothing about the trouble, in all languages; they count only inside a longer phrase. */
export const stopWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));
