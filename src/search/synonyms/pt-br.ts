import type { Meaning } from './en.ts';

/** Brazilian Portuguese, as it is typed on a phone. */
export const ptBr: Readonly<Record<Meaning, string>> = {
  theft:
    'roubo, ladrão, hackearam, hacker, raquearam, rackearam, zeraram, limparam, esvaziaram, drenaram, levaram, sumiram com, transação não autorizada, que não autorizei, sem minha permissão, não fui eu, invadiram, comprometida, tiraram tudo, furto, saiu dinheiro, pra um endereço que não conheço, foram pra um endereço, todas as minhas moedas, todas as moedas, raspar, depenaram, assalto, meteram a mão, vírus, sem eu saber, clonaram, sem minha autorização, entrou na minha, surrupiaram, desviaram, invasor',
  scam: 'golpe, golpista, caí em, cai num, fraude, enganado, estelionato, pirâmide, investimento falso, plataforma de investimento, investir, scam, trapaça, tapearam, passaram a perna, estranha, suspeito, liberar meu lucro, mais dinheiro, pagar imposto, corretora falsa, não me deixam sacar, lucro, não deixam sacar, malandro, safado, bandido, fui vítima, me iludiram, promessa, namoro, picareta, vigarista, pilantra, cilada, armadilha, estelionatário',
  undo: 'reverter, desfazer, desfaço, cancelar, anular, parar, estornar, voltar atrás, impedir, pessoa errada, abortar, interromper, tem volta, tem jeito, desistir',
  recover: 'recuperar, restaurar, reaver, ter de volta, resgatar, tem jeito, rastrear',
  refund:
    'reembolso, estorno, devolução, devolver, de volta, contestar, chargeback, me arrependi, mudei de ideia, desisti, ressarcimento, refund, quero meu dinheiro, me devolve, procon, restituição',
  pending:
    'pendente, travada, presa, parada, sem confirmar, não confirmado, em processamento, processando, aguardando, esperando, continua, demora, atrasada, horas, faz dias, há dias, rodando, não anda, não sai, em análise, enrolado, congelada, ainda não, até agora nada, desde, na fila, 0 confirmações, 0/6, minerado, ontem, ficou em, encalhada, empacada, agarrada, sem andar, tempão, eternidade, lenta, unconfirmed, pending, dormindo, nunca termina, sem fim, paralisada, emperrada, devagar, entalada',
  fail: 'falha, erro, deu erro, dá erro, não funciona, não consigo, não vai, revertida, problema, bug, não carrega, não deu, não deu certo, deu ruim, não foi, foi rejeitada, não sai, não saiu, não completou, failed, não rola',
  decline:
    'recusado, negado, não passa, não aceitam, bloqueia, reprovado, rejeitado, não autorizou, não aprova, não quis, barrado, não permite, não libera, bloqueou, não deixa, não me deixa',
  arrive:
    'chegar, receber, cair, creditar, aparecer, entrar, depositaram, compensou, pingar, bater na conta, dar as caras',
  missing:
    'sumiu, desapareceu, falta, zerado, vazia, não aparece, não vejo, não to vendo, não estou vendo, não mostra, perdi, cadê, onde está, onde foi, onde foram, nada, não está, não encontro, não acho, some, apagou, outra carteira, carteira diferente, em lugar nenhum, evaporou, sem saldo nenhum, não tem mais, um centavo, escondido, invisível, extraviado',
  balance: 'saldo, fundos, dinheiro, grana, moedas, cripto, carteira toda, economias',
  token: 'token, moeda, criptomoeda, altcoin, memecoin, shitcoin, pepe, shib, doge, floki',
  unknown:
    'desconhecido, estranho, não pedi, não conheço, não reconheço, não fiz, do nada, suspeito, não é meu, esquisito, não mandei, não fui eu',
  lookalike:
    'parecido, igual, similar, mesmos números, envenenamento, poeira, centavos, valor zero, envio de zero, envio de 0, dusting, poisoning, idêntico, mesmo começo, últimas transações, copiei um endereço, copiei do histórico, valores pequenos, merreca, imitação, lixo, fica me enviando, fica me mandando',
  airdrop: 'airdrop, brinde, tokens grátis, prêmio, sorteio',
  phrase: 'frase, semente, seed, palavras, chave privada, backup, mnemônica, palavra chave, papel, caderno, recovery',
  forget:
    'esqueci, perdi, não tenho a, não tenho minha, não tenho as, não tenho mais, não lembro, não coloquei, não anotei, nunca anotei, deixei em branco, deixei vazio, faltou, apaguei, joguei fora, não escrevi, não botei, não guardei, não salvei, não sabia, molhou, nunca salvei, queimou, como vejo, sem backup, sem as, rasgou',
  share:
    'passei minha, passei a, dei minha, dei a, compartilhei, coloquei minha, botei minha, digitei minha, entreguei minha, mostrei, viram minha, viu minha, vazou, informei, preenchi, escrevi, exposta, meus dados, mandei minha frase, mandei minhas palavras',
  access: 'entrar, acessar, login, senha, pin, abrir minha carteira, redefinir, biometria, logar',
  newphone:
    'celular novo, telefone novo, troquei de celular, troquei de telefone, outro celular, apaguei o app, desinstalei, celular quebrou, perdi o celular, formatei, reinstalei, roubaram meu celular, aparelho, instalei de novo, troquei de chip, chip novo',
  import:
    'importar, restaurar, coloquei minhas palavras, recuperei, digitei minhas palavras, reinstalei, instalei de novo, botei a frase',
  update: 'atualizar, versão nova, nova versão, última versão',
  fee: 'taxa, gás, custo, tarifa, fee, cobrança, gwei, comissão',
  expensive: 'cara, careiro, alta, tanto, absurdo, exagero, abusiva, assalto, salgada, puxada, exorbitante, pesado',
  cheap: 'barato, baixa, menos, pagar menos, economizar, diminuir, em conta, desconto, promoção',
  insufficient:
    'insuficiente, não tem saldo, falta, não tenho o suficiente, sem saldo, muito pouco, precisa de eth, pedindo eth, pedindo bnb, enviar o máximo, sem eth, sem bnb, sem gas, não dá pra pagar, precisa de matic, precisa de bnb, precisa de sol, pede matic, passar tudo, mandar tudo, enviar tudo, sacar tudo, esvaziar a carteira, valor total, moeda da rede, moeda nativa, preciso ter',
  speedup:
    'acelerar, rápido, apressar, agilizar, aumentar a taxa, subir a taxa, rbf, cpfp, adiantar, empurro, mais gas, aumentar gas, na frente, antecipar, rapidinho',
  approval:
    'permissão, aprovação, autorizei, autorização de, assinei, assinatura, gastar meus, gastar minhas, limite de gasto, approve, allowance, ilimitada, liberei',
  revoke:
    'revogar, remover, tirar permissão, tirar o acesso, desconectar, cancelar permissão, excluir, revoke, não poder mais, retirar permissão, não consiga mais, puxar meus, infinito, não possa mais gastar, parar de gastar, desautorizar, desvincular, cortar, tem acesso',
  dapp: 'dapp, site, página, web, opensea, uniswap, pancakeswap, navegador, nft, defi, web3, aave, insiste que, mesmo depois que troquei, joguinho',
  connect:
    'conectar, conexão, vincular, parear, walletconnect, wallet connect, wc, sessão, desconecta, ligar minha carteira, ligar a carteira, no computador, pelo computador',
  qr: 'qr, qr code, escanear, quadradinho, câmera, li o, código quadrado',
  popup: 'janela, solicitação, notificação, assinar, pop up, aprovar no celular',
  swap: 'swap, troca, converter, trade, conversão, cake, passar cake, câmbio, permuta',
  selltoken: 'vender token, não deixa vender, não consigo vender, não dá pra vender, me livrar, se livrar',
  slippage:
    'slippage, derrapagem, tolerância, impacto, recebi menos, veio menos, menos do que, só recebi, pior preço, mínimo recebido, sanduíche, porcentagem, perdi na troca, menos token, muito menos, bem menos, do que mostrava, do que aparecia, chegou menos, prejuízo',
  quote: 'cotação, rota, liquidez, esse par, oferta, preço mudou',
  bridge:
    'ponte, bridge, cross chain, entre redes, outra rede, outro lado, camada 2, l2, layer 2, arbitrum, optimism, base, rollup, uma semana, 7 dias, sete dias, outra chain, atravessar, rede principal',
  wrong:
    'errada, por engano, incorreta, em vez de, ao invés de, engano, confundi, trocado, sem querer, escolhi, achando que, que não era, vacilei, burrada, besteira, equivoquei, distração',
  network: 'rede, cadeia, blockchain, erc20, bep20, trc20, bsc, polygon, ethereum, mainnet, chain, rede principal',
  exchange: 'corretora, binance, mercado bitcoin, coinbase, kraken, bybit, okx, kucoin, foxbit, novadax, bitget, gate',
  deposit: 'depósito, creditaram',
  memo: 'memo, tag, comentário, identificador, campo de número, campo, nota, número extra',
  buy: 'comprar, pedido, ordem, moonpay, transak, ramp, banxa, mercuryo, simplex, adquiri',
  sell: 'vender, sacar, por reais, em reais, pra reais, off ramp, resgatar dinheiro, retirar pro banco, em dinheiro, dinheiro de verdade, em grana, virar dinheiro',
  card: 'cartão, visa, mastercard, débito, crédito, elo, amex, apple pay, google pay, limite, nubank, itaú, bradesco, inter, c6, caixa, santander, mercado pago, picpay, pagar cripto',
  bank: 'banco, conta bancária, conta corrente, nubank, itaú, bradesco, fatura, inter, c6, caixa, santander, mercado pago, picpay',
  pay: 'paguei, cobraram, descontou, debitou, gastei, cobrança, fatura, comeu',
  twice: 'duas vezes, dobro, duplicado, repetido, 2 vezes, 2x',
  transfer:
    'transferência bancária, pix, ted, doc, spei, do meu banco, boleto, sepa, referência, med, copia e cola, com a conta da, com a conta do, pela conta da, pela conta do, da conta da minha, da conta do meu, transferi a menos, valor diferente',
  verify3ds:
    '3d secure, 3ds, código do banco, sms, código por mensagem, token do banco, app do banco, autenticação, confirmação do banco, verificação do banco, código de verificação, código de segurança, otp, tela do banco, senha do banco, página do banco, banco pra aprovar, aprovei no app, confirmar o pagamento, confirmar o cartão, aprovação do banco, banco pede pra, autorizar no celular, autorizei no, verificação do cartão, validação do cartão',
  kyc: 'kyc, identidade, verificação, passaporte, rg, cnh, cpf, selfie, documentos, origem dos recursos, em análise, foto da minha, facial, rosto, habilitação, carteira de motorista, comprovante, validação de identidade, cadastro, de onde vem',
  support:
    'suporte, atendimento, atendente, trabalha pra vocês, equipe, funcionário, consultor, central de ajuda, 0800, técnico, humano, gerente',
  contact:
    'ligar, telefone, telegram, whatsapp, email, e mail, me chamou, mensagem, contato, instagram, facebook, falar com, como falo, link, 0800, central, chat, ouvidoria, reclamar',
  impostor:
    'falso, impostor, phishing, se passando, fingindo, é de verdade, é de vocês, oficial, validar, sincronizar, bloquear minha conta, fechar minha conta, diz que trabalha, fala que trabalha, clone, pirata, verdadeiro, falsário, confiável, oferecendo',
  stake:
    'stake, staking, unstake, resgate, desbloquear, delegar, validador, unbonding, recompensa, pedi pra resgatar, resgatar no cosmos, unstaking',
  locked:
    'bloqueado, liberar, livre, desbloquear, não consigo mexer, mexer, disponível, trancado, quando posso sacar, sacar meu, congelado, tem que esperar, destravar',
  howlong: 'quanto tempo, quanto demora, quantos dias, quantas horas, quando recebo',
  solana: 'solana, sol, spl, phantom, lamports, blockhash, rent, raydium, jupiter',
  bitcoin: 'bitcoin, btc, satoshi, sats, mempool',
  tron: 'tron, trx, trc20, trc 20, energia, energy, largura de banda, bandwidth',
  cosmos: 'cosmos, atom, osmosis, osmo',
  expired: 'expirou, expiram, vencida, tempo esgotado, antes de entrar, timeout, acabou o tempo, prazo, demorei',
  charged:
    'mesmo assim cobraram, cobraram mesmo assim, cobraram taxa, cobraram a taxa, perdi o gás, perdi a taxa, devolvem a taxa, cobraram o gas, descontou a taxa, paguei a taxa, taxa que paguei, taxa de volta, mesmo assim paguei, devolvem o gas, reembolso do gas, rejeitada na rede, cobraram assim mesmo',
  price: 'preço, valor, cotação, em dólar, em reais, dez vezes',
  crash:
    'fecha sozinho, fecha, tela branca, tela preta, não abre, app trava, não carrega, fica branca, em branco, crasha, pifou',
  down: 'fora do ar, caiu o sistema, instável, indisponível, caiu pra todo mundo',
  many: 'muitos usuários, vários usuários, todos, muita gente, muitos tickets, vários tickets, todo mundo, em massa',
  user: 'usuário, usuária, cliente, ticket, chamado',
  node: 'nó, node, rpc, atrasado, sincronizar, bloco, limite de requisições, slots',
  incident: 'incidente, emergência, sev1, sev2, crise, interrupção',
  whodecides: 'quem decide, responsável, quem lidera, encarregado, dono',
  statement: 'comunicado, página de status, o que dizemos, anunciar, imprensa, publicar, jornalista',
  handover: 'passagem de turno, fim do turno, turno, troca de turno, próximo turno',
  escalate: 'escalar, passar pra engenharia, engenharia, evidência, pacote, anexar',
  onboard: 'novo colega, nova pessoa, novo agente, primeiro dia, integração, começa na segunda',
  offboard: 'vai sair, pediu demissão, desligamento, demitido, último dia, saiu da empresa, encerrar contas',
  accessright:
    'acesso, permissões, entrar no kibana, entrar no grafana, pedir acesso, kibana, grafana, datadog, administrador',
  audit: 'auditoria, auditor, revisão de acessos, quem tem acesso, trimestral',
  lessons: 'post mortem, lições, causa raiz, o que deu errado, retrospectiva, aprendemos',
  article: 'artigo, página, base de conhecimento, desatualizado, documentação',
  vendor: 'provedor, fornecedor, parceiro, terceiro, falar com o provedor',
  legal:
    'polícia, juiz, tribunal, advogado, delegacia, dados pessoais, lgpd, privacidade, ordem judicial, apagar meus dados, ameaça, jurídico, boletim',
  social: 'redes sociais, twitter, reddit, postagens, avaliações, fórum, no x, posts',
  layer: 'qual camada, de quem é a culpa, é nosso, somos nós, terceiro',
  reply: 'resposta, modelo, macro, mensagem pro usuário, o que responder, texto pra, o que eu digo, resposta pronta',
  begin: 'por onde começar, primeiro passo, como começar, triagem',
  resolved: 'resolvido, solucionado, acabou, voltou a funcionar, arrumado',
  send: 'enviar, mandar, passar, transferir, mover',
  absent:
    'não chegou, não caiu, nunca chegou, não recebi, não veio, até agora nada, até hoje nada, e nada, não entrou, não apareceu, cadê meu, cadê o, onde está meu, nada ainda, não compensou, não creditou, não entregou, não viu nada, não pingou, não bateu',
  investigate: 'investigando, verificando, apurando, analisando, estamos vendo, trabalhando nisso',
  explain:
    'o que é, oq é, o que são, por que, porque, para que, significa, quem fica, quem recebe, explicar, diferença, vocês ficam, pra onde vai, como funciona, serve para',
  address: 'endereço, destinatário, favorecido, recebedor, beneficiário',
  contract: 'contrato, endereço de contrato, endereço do contrato',
  history: 'histórico, movimentações, atividade, explorador, etherscan, bscscan, tronscan, extrato, txid',
};
