// Long because it is a list: what people write that no article answers. The last of each three is held out.
type Texts = Readonly<Record<'en' | 'es' | 'pt', readonly [string, string, string]>>;

export const unanswered: Readonly<Record<string, Texts>> = {
  'hardware-device': {
    en: [
      'my ledger nano is not recognised over bluetooth',
      'how to pair a ledger hardware device with the mobile app',
      'ledger shows device locked and does not sync by usb cable',
    ],
    es: [
      'mi ledger nano no se reconoce por bluetooth',
      'como vinculo un dispositivo ledger con la app movil',
      'el ledger dice dispositivo bloqueado y no sincroniza por cable usb',
    ],
    pt: [
      'meu ledger nano nao e reconhecido pelo bluetooth',
      'como vinculo um dispositivo ledger com o app',
      'o ledger diz dispositivo bloqueado e nao sincroniza pelo cabo usb',
    ],
  },
  'push-notifications': {
    en: [
      'I get no push notifications on my iphone',
      'notifications stopped after the last ios version',
      'how do I turn on price alerts and notifications',
    ],
    es: [
      'no me llegan notificaciones push en el iphone',
      'las notificaciones dejaron de funcionar con la ultima version de ios',
      'como activo las alertas de precio y notificaciones',
    ],
    pt: [
      'nao recebo notificacoes push no iphone',
      'as notificacoes pararam depois da ultima versao do ios',
      'como ativo os alertas de preco e notificacoes',
    ],
  },
  'tax-report': {
    en: [
      'I need a tax report of last year as pdf',
      'how can I export my history to csv for my accountant',
      'where to download an annual statement for taxes',
    ],
    es: [
      'necesito un reporte de impuestos del ano pasado en pdf',
      'como exporto mi historial a csv para mi contador',
      'donde descargo un estado anual para la declaracion de impuestos',
    ],
    pt: [
      'preciso de um relatorio de impostos do ano passado em pdf',
      'como exporto meu historico em csv para meu contador',
      'onde baixo um extrato anual para o imposto de renda',
    ],
  },
  'nft-images': {
    en: [
      'nft pictures do not load in the gallery',
      'my nft collection shows grey squares instead of images',
      'the artwork of my NFT is broken in the collectibles tab',
    ],
    es: [
      'las imagenes de mis nft no cargan en la galeria',
      'mi coleccion nft muestra cuadros grises en vez de imagenes',
      'el arte de mi NFT se ve roto en la pestana de coleccionables',
    ],
    pt: [
      'as imagens dos meus nft nao carregam na galeria',
      'minha colecao nft mostra quadrados cinza em vez de imagens',
      'a arte do meu NFT aparece quebrada na aba de colecionaveis',
    ],
  },
  'dark-mode': {
    en: [
      'please add a dark theme, the white screen hurts my eyes',
      'how to switch the app to dark mode',
      'feature request: black amoled theme and bigger font',
    ],
    es: [
      'por favor agreguen un tema oscuro, la pantalla blanca molesta',
      'como pongo la app en modo oscuro',
      'sugerencia: tema negro y letra mas grande',
    ],
    pt: [
      'por favor adicionem um tema escuro, a tela branca incomoda',
      'como coloco o app em modo escuro',
      'sugestao: tema preto e letra maior',
    ],
  },
  'referral-bonus': {
    en: [
      'I invited a friend and the referral bonus was not credited',
      'where is my invite code for the referral program',
      'referral reward for inviting five friends is missing',
    ],
    es: [
      'invite a un amigo y no me dieron el bono de referido',
      'donde esta mi codigo de invitacion del programa de referidos',
      'falta la recompensa de referidos por invitar a cinco amigos',
    ],
    pt: [
      'convidei um amigo e nao recebi o bonus de indicacao',
      'onde fica meu codigo de convite do programa de indicacao',
      'falta a recompensa de indicacao por convidar cinco amigos',
    ],
  },
  partnership: {
    en: [
      'we would like to list our project and offer a marketing partnership',
      'business proposal: sponsored banner for our exchange',
      'seo services offer and guest post on your blog',
    ],
    es: [
      'queremos listar nuestro proyecto y ofrecer una alianza de marketing',
      'propuesta comercial: banner patrocinado para nuestro exchange',
      'oferta de servicios seo y articulo invitado en su blog',
    ],
    pt: [
      'queremos listar nosso projeto e oferecer uma parceria de marketing',
      'proposta comercial: banner patrocinado para nossa corretora',
      'oferta de servicos de seo e artigo convidado no seu blog',
    ],
  },
  'change-email': {
    en: [
      'I want to change the email of my newsletter subscription',
      'please unsubscribe me from your newsletter',
      'remove my email from the mailing list',
    ],
    es: [
      'quiero cambiar el correo de mi suscripcion al boletin',
      'por favor quitenme del boletin',
      'borren mi correo de la lista de envios',
    ],
    pt: [
      'quero mudar o email da minha assinatura da newsletter',
      'por favor me removam da newsletter',
      'apaguem meu email da lista de envio',
    ],
  },
  'app-language': {
    en: [
      'how do I change the language of the interface',
      'app is suddenly in chinese, I want it back in english',
      'where is the setting for language and currency display',
    ],
    es: [
      'como cambio el idioma de la interfaz',
      'la app esta de repente en chino, la quiero en espanol',
      'donde esta el ajuste de idioma y moneda de la pantalla',
    ],
    pt: [
      'como mudo o idioma da interface',
      'o app ficou de repente em chines, quero em portugues',
      'onde fica a configuracao de idioma e moeda da tela',
    ],
  },
  'pin-forgotten': {
    en: [
      'I forgot the pin that unlocks the app',
      'fingerprint does not unlock anymore and it asks a passcode',
      'face id stopped and the passcode is wrong',
    ],
    es: [
      'olvide el pin para desbloquear la aplicacion',
      'la huella ya no desbloquea y pide un codigo de acceso',
      'el face id dejo de andar y el codigo de acceso es incorrecto',
    ],
    pt: [
      'esqueci o pin para desbloquear o aplicativo',
      'a digital nao desbloqueia mais e pede um codigo de acesso',
      'o face id parou e o codigo de acesso esta errado',
    ],
  },
  'job-application': {
    en: [
      'are you hiring developers, here is my resume',
      'I would like to apply for a job at your company',
      'internship opportunities in your team',
    ],
    es: [
      'estan contratando desarrolladores, adjunto mi curriculum',
      'quisiera postularme a un empleo en su empresa',
      'oportunidades de practicas en su equipo',
    ],
    pt: [
      'voces estao contratando desenvolvedores, segue meu curriculo',
      'gostaria de me candidatar a uma vaga na empresa',
      'oportunidades de estagio na equipe',
    ],
  },
  'app-crash': {
    en: [
      'the app crashes on android right after the splash screen',
      'application closes by itself when I open it on my samsung',
      'freezes at start with a black screen since android 16',
    ],
    es: [
      'la app se cierra en android justo despues de la pantalla de inicio',
      'la aplicacion se cierra sola cuando la abro en mi samsung',
      'se congela al iniciar con pantalla negra desde android 16',
    ],
    pt: [
      'o app fecha no android logo depois da tela inicial',
      'o aplicativo fecha sozinho quando abro no meu samsung',
      'trava ao iniciar com tela preta desde o android 16',
    ],
  },
};
