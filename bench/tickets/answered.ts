// Long because it is a list: what people write whom an article answers, in three languages, in the writer's words
// and not in the articles'. The last of each three is held out: nothing was fitted to it.
type Texts = Readonly<Record<'en' | 'es' | 'pt', readonly [string, string, string]>>;

export const answered: Readonly<Record<string, Texts>> = {
  'add-custom-token': {
    en: [
      'I bought a new coin but the app does not list it, how can I import it with the contract',
      'token is in the explorer but my wallet does not display it, need to add it manually',
      'how to make my new meme token visible, I have the contract address',
    ],
    es: [
      'compre un token nuevo y no aparece en la lista, como lo agrego con el contrato',
      'quiero importar un token personalizado, tengo la direccion del contrato',
      'mi moneda nueva no se ve en la billetera aunque en el explorador si esta, como la agrego manual',
    ],
    pt: [
      'comprei um token novo e ele nao aparece na lista, como adiciono pelo contrato',
      'quero importar um token personalizado, tenho o endereco do contrato',
      'a moeda aparece no explorador mas nao na carteira, como adicionar manualmente',
    ],
  },
  'address-poisoning': {
    en: [
      'I copied an address from my history and it was a fake one that looks almost the same',
      'there is a zero value transfer in my history that I did not make from a similar address',
      'tiny transfers from an address that has the same first and last characters as my friend, sent money to the lookalike',
    ],
    es: [
      'copie la direccion del historial y era una falsa muy parecida',
      'me aparecen transferencias de valor cero que yo no hice desde una direccion parecida',
      'mande a una direccion que empieza y termina igual que la mia pero era de un estafador',
    ],
    pt: [
      'copiei o endereco do historico e era um falso muito parecido',
      'aparecem transferencias de valor zero que eu nao fiz de um endereco parecido',
      'enviei para um endereco que comeca e termina igual mas era de golpista',
    ],
  },
  'bitcoin-unconfirmed': {
    en: [
      'my bitcoin has 0 confirmations since yesterday',
      'btc stuck in mempool with a low fee',
      'sent BTC 20 hours ago and it is still unconfirmed, can I use RBF',
    ],
    es: [
      'mi bitcoin lleva desde ayer con 0 confirmaciones',
      'btc atascado en la mempool con comision baja',
      'envie BTC hace 20 horas y sigue sin confirmar, se puede hacer RBF',
    ],
    pt: [
      'meu bitcoin esta desde ontem com 0 confirmacoes',
      'btc preso na mempool com taxa baixa',
      'enviei BTC faz 20 horas e continua sem confirmar, da pra fazer RBF',
    ],
  },
  'bridge-delay': {
    en: [
      'bridged usdc from ethereum to arbitrum and nothing arrived on the other side',
      'cross chain transfer is in progress for three hours',
      'the bridge took my tokens from BSC and they are not on Polygon',
    ],
    es: [
      'use el puente de ethereum a arbitrum y no llego nada al otro lado',
      'mi transferencia entre cadenas lleva tres horas en progreso',
      'el bridge se llevo mis tokens de BSC y no estan en Polygon',
    ],
    pt: [
      'usei a ponte de ethereum para arbitrum e nada chegou do outro lado',
      'transferencia entre redes em andamento faz tres horas',
      'a bridge tirou meus tokens da BSC e eles nao estao na Polygon',
    ],
  },
  'buy-3ds': {
    en: [
      'the bank verification page stays blank when I pay',
      'I never get the sms code to confirm my card purchase',
      '3D secure authentication failed when buying',
    ],
    es: [
      'la pagina de verificacion del banco se queda en blanco al pagar',
      'no me llega el codigo sms para confirmar la compra con tarjeta',
      'fallo la autenticacion 3D secure al comprar',
    ],
    pt: [
      'a pagina de verificacao do banco fica em branco quando pago',
      'nao recebo o codigo sms para confirmar a compra com cartao',
      'falhou a autenticacao 3D secure ao comprar',
    ],
  },
  'buy-card-declined': {
    en: [
      'my card gets declined every time I try to buy',
      'bank refused the payment but I have enough money',
      'visa rejected when purchasing crypto, do not honor',
    ],
    es: [
      'mi tarjeta es rechazada cada vez que intento comprar',
      'el banco rechazo el pago y tengo saldo',
      'visa denegada al comprar cripto, dice do not honor',
    ],
    pt: [
      'meu cartao e recusado toda vez que tento comprar',
      'o banco recusou o pagamento e eu tenho saldo',
      'visa negado ao comprar cripto, diz do not honor',
    ],
  },
  'buy-kyc': {
    en: [
      'identity verification rejected, it says my document is not readable',
      'my kyc is pending for two days',
      'selfie check keeps failing when I verify my identity to buy',
    ],
    es: [
      'verificacion de identidad rechazada, dice que mi documento no se lee',
      'mi kyc lleva dos dias pendiente',
      'la selfie falla siempre al verificar mi identidad para comprar',
    ],
    pt: [
      'verificacao de identidade recusada, diz que meu documento nao esta legivel',
      'meu kyc esta pendente faz dois dias',
      'a selfie falha sempre ao verificar minha identidade para comprar',
    ],
  },
  'buy-order-status': {
    en: [
      'I paid with my card and the crypto is not in my wallet',
      'my purchase order is still processing and the money was charged',
      'bought usdt with card this morning, bank took the money, nothing received',
    ],
    es: [
      'pague con mi tarjeta y la cripto no esta en mi billetera',
      'mi orden de compra sigue en proceso y ya me cobraron',
      'compre usdt con tarjeta esta manana, el banco cobro y no recibi nada',
    ],
    pt: [
      'paguei com meu cartao e a cripto nao esta na carteira',
      'meu pedido de compra continua em processamento e ja fui cobrado',
      'comprei usdt com cartao hoje cedo, o banco cobrou e nao recebi nada',
    ],
  },
  'buy-pix-bank-transfer': {
    en: [
      'I made a bank transfer to buy crypto and the order does not see it',
      'sepa payment sent for my order two days ago, still waiting for payment',
      'paid by pix and the order says awaiting payment',
    ],
    es: [
      'hice una transferencia bancaria para comprar y la orden no la reconoce',
      'mande la transferencia SPEI para mi orden y sigue esperando el pago',
      'pague por transferencia y la compra dice esperando pago',
    ],
    pt: [
      'fiz um pix para comprar e o pedido nao reconhece',
      'paguei com pix e continua aguardando pagamento',
      'fiz a transferencia bancaria da compra e o pedido diz esperando pagamento',
    ],
  },
  'buy-refund-chargeback': {
    en: [
      'I want my money back for the purchase that failed',
      'how long does the refund of my cancelled order take',
      'should I open a chargeback with my bank for the crypto order',
    ],
    es: [
      'quiero que me devuelvan el dinero de la compra que fallo',
      'cuanto tarda el reembolso de mi orden cancelada',
      'puedo hacer un contracargo con mi banco por la orden de cripto',
    ],
    pt: [
      'quero meu dinheiro de volta da compra que falhou',
      'quanto tempo demora o reembolso do meu pedido cancelado',
      'posso pedir chargeback no banco pelo pedido de cripto',
    ],
  },
  'dapp-errors': {
    en: [
      'the dapp shows an error when I press confirm in the browser of the app',
      'website says user rejected the request but I accepted',
      'a dapp gives internal json-rpc error -32603 when I sign',
    ],
    es: [
      'la dapp muestra un error cuando confirmo en el navegador de la app',
      'el sitio dice que el usuario rechazo la solicitud pero yo acepte',
      'una dapp me da internal json-rpc error -32603 cuando firmo',
    ],
    pt: [
      'o dapp mostra um erro quando confirmo no navegador do app',
      'o site diz que o usuario rejeitou a solicitacao mas eu aceitei',
      'um dapp da internal json-rpc error -32603 quando assino',
    ],
  },
  'fake-support': {
    en: [
      'someone on telegram says he is from your support and wants to validate my wallet',
      'is this email from you? it asks me to connect my wallet to verify',
      'an agent called me and asked for my words to fix the problem',
    ],
    es: [
      'alguien en telegram dice que es de su soporte y quiere validar mi billetera',
      'este correo es de ustedes? me pide conectar la billetera para verificar',
      'un agente me llamo y me pidio mis palabras para arreglar el problema',
    ],
    pt: [
      'alguem no telegram diz que e do suporte de voces e quer validar minha carteira',
      'esse email e de voces? pede para conectar a carteira e verificar',
      'um atendente me ligou e pediu minhas palavras para resolver o problema',
    ],
  },
  'insufficient-gas': {
    en: [
      'I have usdt but it says not enough BNB to pay the fee',
      'insufficient funds for gas when I try to send',
      'cannot send my tokens because I have no ETH for the network fee',
    ],
    es: [
      'tengo usdt pero dice que no hay suficiente BNB para la comision',
      'fondos insuficientes para gas cuando intento enviar',
      'no puedo enviar mis tokens porque no tengo ETH para la comision de red',
    ],
    pt: [
      'tenho usdt mas diz que nao ha BNB suficiente para a taxa',
      'saldo insuficiente para gas quando tento enviar',
      'nao consigo enviar meus tokens porque nao tenho ETH para a taxa da rede',
    ],
  },
  'memo-tag': {
    en: [
      'I forgot the memo when I sent to the exchange',
      'sent xrp without destination tag',
      'deposited atom to an exchange with a wrong memo, not credited',
    ],
    es: [
      'olvide el memo cuando envie al exchange',
      'mande xrp sin destination tag',
      'deposite atom en un exchange con el memo equivocado y no lo acreditan',
    ],
    pt: [
      'esqueci o memo quando enviei para a corretora',
      'mandei xrp sem destination tag',
      'depositei atom na corretora com o memo errado e nao creditaram',
    ],
  },
  'missing-funds': {
    en: [
      'my balance is zero after updating the app',
      'all my coins disappeared from the wallet',
      'opened the wallet and my money is not shown anymore',
    ],
    es: [
      'mi saldo esta en cero despues de actualizar la app',
      'todas mis monedas desaparecieron de la billetera',
      'abri la billetera y mi dinero ya no aparece',
    ],
    pt: [
      'meu saldo esta zerado depois de atualizar o app',
      'todas as minhas moedas sumiram da carteira',
      'abri a carteira e meu dinheiro nao aparece mais',
    ],
  },
  'network-fees': {
    en: [
      'why is the ethereum fee so high',
      'who gets the network fee that I pay for each transfer',
      'fees of 30 dollars to send 20, that is crazy',
    ],
    es: [
      'por que la comision de ethereum es tan alta',
      'quien cobra la comision de red que pago en cada envio',
      'comision de 30 dolares para enviar 20, es una locura',
    ],
    pt: [
      'por que a taxa do ethereum esta tao alta',
      'quem recebe a taxa de rede que pago em cada envio',
      'taxa de 30 dolares para enviar 20, que absurdo',
    ],
  },
  'revoke-approvals': {
    en: [
      'how do I revoke the permission that I gave to a site',
      'I approved unlimited usdt to a contract and want to cancel that approval',
      'want to remove token allowances of an old dapp',
    ],
    es: [
      'como revoco el permiso que le di a un sitio',
      'aprobe usdt ilimitado a un contrato y quiero quitar esa aprobacion',
      'quiero eliminar las aprobaciones de tokens de una dapp vieja',
    ],
    pt: [
      'como revogo a permissao que dei a um site',
      'aprovei usdt ilimitado para um contrato e quero cancelar essa aprovacao',
      'quero remover as aprovacoes de tokens de um dapp antigo',
    ],
  },
  'secret-phrase': {
    en: [
      'I lost my recovery phrase, how can I get it',
      'where do I find my 12 words in the app to back them up',
      'new phone and I do not have my seed phrase, can you restore my wallet',
    ],
    es: [
      'perdi mi frase de recuperacion, como la recupero',
      'donde veo mis 12 palabras en la app para respaldarlas',
      'cambie de telefono y no tengo mi frase semilla, pueden restaurar mi billetera',
    ],
    pt: [
      'perdi minha frase de recuperacao, como recupero',
      'onde vejo minhas 12 palavras no app para fazer backup',
      'troquei de celular e nao tenho minha frase semente, voces conseguem restaurar a carteira',
    ],
  },
  'sell-crypto': {
    en: [
      'I sold crypto and the money is not in my bank account',
      'how do I cash out to my bank',
      'sell order completed but no payout yet',
    ],
    es: [
      'vendi cripto y el dinero no llego a mi banco',
      'como retiro a mi cuenta bancaria',
      'la orden de venta dice completada y no me pagan',
    ],
    pt: [
      'vendi cripto e o dinheiro nao caiu no banco',
      'como faco para sacar para minha conta bancaria',
      'a ordem de venda diz concluida e nao recebi o pagamento',
    ],
  },
  'slippage-price-impact': {
    en: [
      'I got much less tokens than the quote said',
      'warning about price impact too high when swapping',
      'what slippage should I set, the swap gives a bad price',
    ],
    es: [
      'recibi muchos menos tokens de los que decia la cotizacion',
      'aviso de impacto en el precio demasiado alto al intercambiar',
      'que deslizamiento pongo, el swap da un mal precio',
    ],
    pt: [
      'recebi muito menos tokens do que dizia a cotacao',
      'aviso de impacto no preco muito alto ao trocar',
      'que slippage eu coloco, o swap da um preco ruim',
    ],
  },
  'solana-failed': {
    en: [
      'solana transaction failed blockhash not found',
      'sol transfer expired and was dropped',
      'my Solana swap fails with custom program error',
    ],
    es: [
      'transaccion de solana fallo blockhash not found',
      'la transferencia de sol expiro',
      'mi swap en Solana falla con custom program error',
    ],
    pt: [
      'transacao da solana falhou blockhash not found',
      'a transferencia de sol expirou',
      'meu swap na Solana falha com custom program error',
    ],
  },
  'speed-up-cancel': {
    en: [
      'how can I cancel a pending transaction',
      'speed up does not work, replacement transaction underpriced',
      'I want to stop my ethereum transfer before it confirms',
    ],
    es: [
      'como cancelo una transaccion pendiente',
      'acelerar no funciona, replacement transaction underpriced',
      'quiero detener mi envio de ethereum antes de que se confirme',
    ],
    pt: [
      'como cancelo uma transacao pendente',
      'acelerar nao funciona, replacement transaction underpriced',
      'quero parar meu envio de ethereum antes de confirmar',
    ],
  },
  'staking-unstake': {
    en: [
      'I unstaked my atom and it is not available',
      'how long is the unbonding period',
      'my staking rewards do not arrive and I want to withdraw my stake',
    ],
    es: [
      'retire mi stake de atom y no esta disponible',
      'cuanto dura el periodo de desbloqueo del staking',
      'no llegan mis recompensas de staking y quiero retirar',
    ],
    pt: [
      'fiz unstake do meu atom e nao esta disponivel',
      'quanto tempo dura o periodo de desbloqueio do staking',
      'minhas recompensas de staking nao chegam e quero retirar',
    ],
  },
  'stolen-funds': {
    en: [
      'my wallet was hacked, everything was sent to an address I do not know',
      'I signed something on a site and all tokens were drained',
      'gave my phrase to a scammer and now the coins are stolen',
    ],
    es: [
      'hackearon mi billetera, mandaron todo a una direccion que no conozco',
      'firme algo en un sitio y me vaciaron los tokens',
      'le di mi frase a un estafador y me robaron las monedas',
    ],
    pt: [
      'hackearam minha carteira, enviaram tudo para um endereco que nao conheco',
      'assinei algo em um site e esvaziaram meus tokens',
      'passei minha frase para um golpista e roubaram as moedas',
    ],
  },
  'swap-failed': {
    en: [
      'my swap failed and I do not know why',
      'the exchange of usdt to bnb inside the app gives an error',
      'no quote available when I try to swap tokens',
    ],
    es: [
      'mi swap fallo y no se por que',
      'el intercambio de usdt a bnb dentro de la app da error',
      'no hay cotizacion disponible cuando intento intercambiar tokens',
    ],
    pt: [
      'meu swap falhou e nao sei por que',
      'a troca de usdt por bnb dentro do app da erro',
      'nenhuma cotacao disponivel quando tento trocar tokens',
    ],
  },
  'tron-energy': {
    en: [
      'sending usdt trc20 burned a lot of trx',
      'out of energy error on tron',
      'not enough TRX for energy when I send USDT on Tron',
    ],
    es: [
      'enviar usdt trc20 me quemo mucho trx',
      'error out of energy en tron',
      'no tengo TRX suficiente para energia al enviar USDT en Tron',
    ],
    pt: [
      'enviar usdt trc20 queimou muito trx',
      'erro out of energy na tron',
      'nao tenho TRX suficiente para energia ao enviar USDT na Tron',
    ],
  },
  'tx-failed-fee-charged': {
    en: [
      'transaction failed but the fee was taken anyway',
      'why do I pay gas for a reverted transaction',
      'it says failed in the explorer and I lost the fee',
    ],
    es: [
      'la transaccion fallo pero me cobraron la comision igual',
      'por que pago gas por una transaccion revertida',
      'en el explorador dice fallida y perdi la comision',
    ],
    pt: [
      'a transacao falhou mas cobraram a taxa mesmo assim',
      'por que pago gas por uma transacao revertida',
      'no explorador diz que falhou e perdi a taxa',
    ],
  },
  'tx-pending': {
    en: [
      'my transfer is pending for hours',
      'I sent eth to a friend this morning and it is still waiting for confirmation',
      'transaction stuck, recipient received nothing, status pending',
    ],
    es: [
      'mi transferencia lleva horas pendiente',
      'envie eth a un amigo esta manana y sigue esperando confirmacion',
      'transaccion atascada, el destinatario no recibio, estado pendiente',
    ],
    pt: [
      'minha transferencia esta pendente ha horas',
      'enviei eth a um amigo hoje cedo e continua esperando confirmacao',
      'transacao travada, o destinatario nao recebeu, status pendente',
    ],
  },
  walletconnect: {
    en: [
      'walletconnect does not connect, the qr code is scanned and nothing happens',
      'pairing fails when I scan the qr of a dapp',
      'wallet connect session expired and I cannot reconnect',
    ],
    es: [
      'walletconnect no conecta, escaneo el codigo qr y no pasa nada',
      'falla el emparejamiento al escanear el qr de una dapp',
      'la sesion de wallet connect expiro y no puedo reconectar',
    ],
    pt: [
      'walletconnect nao conecta, escaneio o codigo qr e nada acontece',
      'falha o pareamento quando escaneio o qr de um dapp',
      'a sessao do wallet connect expirou e nao consigo reconectar',
    ],
  },
  'wrong-network': {
    en: [
      'I sent usdt on the wrong network',
      'withdrew from the exchange with BEP20 but my address was ERC20',
      'sent tokens through polygon instead of ethereum, are they lost',
    ],
    es: [
      'envie usdt por la red equivocada',
      'retire del exchange por BEP20 pero mi direccion era ERC20',
      'mande tokens por polygon en vez de ethereum, estan perdidos',
    ],
    pt: [
      'enviei usdt pela rede errada',
      'saquei da corretora pela BEP20 mas meu endereco era ERC20',
      'mandei tokens pela polygon em vez de ethereum, eles se perderam',
    ],
  },
};
