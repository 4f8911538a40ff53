const lists = {
  en: `a about after all also am an and any are as at be because been before but by can cannot can't could did didn't do does doesn't don't for from get give got had has have haven't he help her here hey hi hello him his how i i'm if in into is isn't it its it's just know like made make me more my need no not now of off on one only or our out over please pls says she should since so some someone still take than thank thanks that the their them then there these they this to today too trying until up us use using very via want was we were what when where which who why will with won't would yesterday yet you your yours`,
  es: `a actualmente ahora al algo alguien algun alguna ante antes aqui asi aun ayer ayuda ayudan ayudar bien buenas buenos cada como con cual cuando cuanto de del desde despues dice dia dias dias donde dos el ella ellos en entonces era eran es esa ese eso esta estaba estan estas este esto estos estoy fue fueron gracias ha habia hace hacer hacia han hasta hay he hola hoy la las le les lo los luego mas me mi mis mismo mucho muy nada necesito ni no nos o otra otro para pero por porque puede puedo puedes pues que quien quiero quisiera se sea ser si sido siempre sigue sin sobre solo son soy su sus tambien tan tanto te tengo tiene tienen todavia todo todos tras tu un una uno unos usted ustedes va vez y ya yo favor`,
  pt: `a agora ainda alguem algum alguma ao aos aqui as ate bem boa bom cade cada com como consigo conseguiu da dar das de dela dele depois desde dessa desse deu dia diz do dos e ela ele eles em entao entre era essa esse esta estao estava este estou eu faz fazer fez foi foram ha hoje isso isto ja la mais mas me mesmo meu meus minha minhas muito na nada nao nas nem nenhum no nos nosso num numa o obrigada obrigado oi ola onde ontem os ou outra outro para pela pelo por porque pois posso pode podem pra preciso pro quando que quem quero se sem sempre ser seu seus sim so sobre sou sua suas tambem tao tava te tem tenho ter tinha to toda todo todos tudo um uma uns vai vcs vc voce voces voltar favor ajuda ajudar alguem`,
} as const;

export type ListedLanguage = keyof typeof lists;

/** Words that say nothing of what a ticket is about, but in which language it is: without accents. */
export const functionWords: Readonly<Record<ListedLanguage, ReadonlySet<string>>> = {
  en: new Set(lists.en.split(' ')),
  es: new Set(lists.es.split(' ')),
  pt: new Set(lists.pt.split(' ')),
};

/** Of other languages in Latin letters: enough to tell that a ticket is in none of the three. */
export const otherFunctionWords: ReadonlySet<string> = new Set(
  `je suis mon ma mes est les des une dans pas vous nous avec pour mais ne sur bonjour merci il elle cette ce c'est j'ai n'est
ich ist nicht und der die das den dem ein eine mein meine habe ihr sie wir mit auf auch noch bitte danke wie warum
io sono il gli che non ho mio mia della questo questa perche grazie ciao come sono stato nella
ik het een niet mijn van voor met dat heb naar hoe bedankt
nie jest mam moje prosze dlaczego dziekuje jak czy
ben bir bu ve icin ama degil nasil neden merhaba tesekkurler benim
saya tidak dan yang untuk ini dengan mohon bantuan kenapa terima kasih sudah belum
toi khong cua cho va la duoc nhung`.split(/\s+/),
);
