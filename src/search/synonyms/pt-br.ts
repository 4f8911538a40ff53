import type { Meaning } from './en.ts';

/** Brazilian Portuguese, as it is typed on a phone. */
export const ptBr: Readonly<Record<Meaning, string>> = {
  theft:
    'roubo, ladrão, hackearam, hacker, raquearam, zeraram, limparam, esvaziaram, drenaram, levaram tudo, sumiram com, não autorizada, sem minha permissão, não fui eu, invadiram, comprometida, tiraram tudo, furto, saiu dinheiro, rackearam, pra um endereço que não conheço, foram pra um endereço, todas as minhas moedas, todas as moedas, mexeram, levaram minhas, raspar, limparam tudo, mandaram minhas moedas, depenaram',
  scam: 'golpe, golpista, caí em, cai num, fraude, enganado, estelionato, pirâmide, investimento falso, plataforma de investimento, me fez investir, investir, scam, trapaça, tapearam, passaram a perna, estranha, suspeito, liberar meu lucro, quer mais dinheiro, pede mais dinheiro, pagar imposto pra sacar, corretora falsa, não me deixam sacar, lucro, não deixam sacar',
  undo: 'reverter, desfazer, desfaço, cancelar, anular, parar, estornar, voltar atrás, impedir, consigo parar, da pra parar, pessoa errada',
  recover: 'recuperar, restaurar, reaver, ter de volta, resgatar',
  refund:
    'reembolso, estorno, devolução, devolver, dinheiro de volta, grana de volta, contestar, chargeback, me arrependi, mudei de ideia, desisti, ressarcimento, refund, quero meu dinheiro, devolvam meu dinheiro, puxar de volta, sem querer comprei, quero de volta, me devolve, reaver o que paguei',
  pending:
    'pendente, travada, presa, parada, sem confirmar, não confirmado, em processamento, processando, aguardando, esperando, continua, demora, atrasada, há horas, faz horas, faz dias, há dias, rodando, não anda, não sai, em análise, enrolado, congelada, ainda não, até agora nada, desde ontem, na fila, 0 confirmações, 0/6, não foi minerado, minerado, ontem a noite, ficou em, aguardando confirmação, encalhada, empacada, sem andar',
  fail: 'falha, erro, dá erro, deu erro, não funciona, não consigo, não vai, revertida, problema, bug, não carrega, não deu, deu ruim, não foi, foi rejeitada, não sai, não saiu, não completou',
  decline:
    'recusado, negado, não passa, não aceitam, bloqueia, reprovado, rejeitado, não autorizou, não deixa pagar, não me deixa pagar, deu negado, bloqueou meu cartão, não aprova, não quis',
  arrive: 'chegar, receber, cair, creditar, aparecer, entrar, depositaram, compensou',
  missing:
    'sumiu, desapareceu, falta, zerado, vazia, não aparece, não vejo, não mostra, perdi, cadê, onde está, onde foi, nada, não tem nada, não está, não encontro, não acho, some, veio zerada, apagou, outra carteira, carteira diferente, sem nada, em lugar nenhum, cadê meu, ficou zerado, sumiu tudo, nada de nada',
  balance: 'saldo, fundos, dinheiro, grana, moedas, cripto, carteira toda, valores, ativos',
  token: 'token, tokens, moeda, criptomoeda, altcoin, memecoin, shitcoin, pepe, shib, doge, moeda nova',
  unknown:
    'desconhecido, estranho, não pedi, não conheço, não reconheço, não fiz, do nada, suspeito, não é meu, não fui eu que fiz',
  lookalike:
    'parecido, quase igual, parece igual, igual ao, similar, mesmos números, envenenamento, poeira, centavos, valor zero, envio de zero, envio de 0, dusting, poisoning, idêntico, pouquinho, mesmo começo, me enviando, me mandando, quase idêntico, últimas transações, copiei um endereço, copiei do histórico, valores pequenos',
  airdrop: 'airdrop, brinde, tokens grátis, resgatar prêmio, sorteio',
  phrase:
    'frase secreta, frase semente, frase de recuperação, semente, seed, frase, 12 palavras, doze palavras, 24 palavras, vinte e quatro palavras, minhas palavras, palavras, palavras secretas, chave privada, backup, mnemônica, palavra chave, folha onde eu tinha as palavras, papel com palavras, recuperação, caderno',
  forget:
    'esqueci, perdi, não tenho, não lembro, não coloquei, não anotei, nunca anotei, sem, deixei em branco, deixei vazio, faltou, apaguei, joguei fora, não escrevi, não botei, não guardei, não salvei, molhou, nunca salvei, queimou, como vejo, perdi o papel, sem backup, rasgou',
  share:
    'passei, dei, compartilhei, coloquei, digitei, entreguei, mostrei, viram, viu, vazou, informei, mandei minha, botei, preenchi, escrevi, exposta',
  access: 'entrar, acessar, login, senha, pin, não consigo entrar, abrir minha carteira, redefinir, biometria, logar',
  newphone:
    'celular novo, telefone novo, troquei de celular, troquei de aparelho, troquei de telefone, outro celular, apaguei o app, desinstalei, celular quebrou, perdi o celular, formatei, reinstalei, roubaram meu celular, aparelho novo, aparelho',
  import:
    'importar, restaurar, coloquei minhas palavras, recuperei a carteira, digitei minhas palavras, reinstalei, instalei de novo',
  update: 'atualizar, versão nova, nova versão, última versão',
  fee: 'taxa, gás, custo, tarifa, fee, cobrança, gwei, comissão, dólares pra mover, dólares pra mandar, reais pra mandar, dólares para enviar',
  expensive:
    'cara, alta, altíssima, demais, tanto, muito, mais caro, absurdo, exagero, abusiva, caríssima, dólares pra mover, dólares pra mandar, reais pra mandar',
  cheap: 'barato, mais barato, baixa, menos, pagar menos, economizar, diminuir',
  insufficient:
    'insuficiente, não tem saldo, falta, não tenho o suficiente, sem saldo, muito pouco, precisa de eth, pedindo eth, pedindo bnb, enviar o máximo, falta um pouquinho, sem eth, sem bnb, sem gas, não dá pra pagar, precisa de matic, precisa de bnb, precisa de sol, pede matic, passar tudo, mandar tudo, enviar tudo, sacar tudo',
  speedup:
    'acelerar, mais rápido, apressar, agilizar, aumentar a taxa, subir a taxa, rbf, cpfp, adiantar, empurro, mais gas',
  approval:
    'permissão, aprovação, autorização, assinei, assinatura, gastar meus, gastar minhas, gastar, approve, allowance, ilimitada, cliquei em aprovar',
  revoke:
    'revogar, remover, tirar permissão, tirar, desconectar, cancelar permissão, desfazer, excluir, revoke, não poder mais, retirar permissão, não consiga mais, puxar meus, infinito, gasto infinito, não possa mais gastar, parar de gastar',
  dapp: 'dapp, site, página, web, opensea, uniswap, pancakeswap, navegador, nft, defi, web3, jupiter, aave, o site insiste, a página insiste, insiste que, mesmo depois que troquei',
  connect:
    'conectar, conexão, vincular, parear, walletconnect, wallet connect, wc, sessão, desconecta, ligar minha carteira, sessão cai, parear de novo, no computador, cai a conexão',
  qr: 'qr, qr code, código qr, escanear, quadradinho, câmera, li o',
  popup:
    'janela, solicitação, notificação, nada pra assinar, aparece pra assinar, pedido de assinatura, pop up, assinar',
  swap: 'swap, troca, converter, trade, conversão, cake, a troca não foi feita, passar cake',
  selltoken: 'vender token, não deixa vender, não consigo vender, não dá pra vender, me livrar, se livrar',
  slippage:
    'slippage, derrapagem, tolerância, impacto, impacto no preço, recebi menos, veio menos, menos do que, só recebi, pior preço, mínimo recebido, sanduíche, porcentagem, perdi na troca, menos token, menos tokens, muito menos, do que mostrava, menos que o esperado, do que aparecia, chegou menos',
  quote: 'cotação, rota, liquidez, par, sem rotas, oferta, preço mudou',
  bridge:
    'ponte, bridge, cross chain, entre redes, outra rede, outro lado, camada 2, l2, arbitrum, optimism, base, rollup, passei pra, uma semana, 7 dias',
  wrong: 'errada, por engano, incorreta, em vez de, ao invés de, engano, confundi, trocada, sem querer, escolhi',
  network: 'rede, cadeia, blockchain, erc20, bep20, trc20, bsc, polygon, ethereum, mainnet',
  exchange:
    'corretora, exchange, binance, mercado bitcoin, coinbase, kraken, bybit, okx, kucoin, foxbit, novadax, plataforma',
  deposit: 'depósito, creditaram',
  memo: 'memo, tag, tag de destino, comentário, identificador, campo de número, campo, nota, número extra',
  buy: 'comprar, pedido, ordem, moonpay, transak, ramp, banxa, mercuryo, adquiri',
  sell: 'vender, sacar, passar pra real, por reais, em reais, pra reais, off ramp, resgatar dinheiro, retirar pro banco, sacar pra conta',
  card: 'cartão, visa, mastercard, débito, crédito, elo, amex, apple pay, google pay, limite, nubank, itaú, bradesco, inter, c6, caixa, santander, mercado pago, picpay, pagar cripto',
  bank: 'banco, conta bancária, minha conta, app do banco, nubank, itaú, bradesco, fatura, inter, c6, caixa, santander, mercado pago, picpay, banco do brasil',
  pay: 'paguei, cobraram, descontou, debitou, gastei, cobrança, fatura',
  twice: 'duas vezes, dobro, duplicado, repetido, 2 vezes, em dobro',
  transfer:
    'transferência, transferência bancária, transferi, pix, ted, doc, spei, qr do pix, do meu banco, boleto, sepa, referência, med, chave pix, copia e cola, ligou com minha compra, transferi a menos, valor diferente, fiz um pix',
  verify3ds:
    '3d secure, 3ds, código do banco, código por sms, sms, código por mensagem, mensagem, token do banco, app do banco, autenticação, confirmação do banco, verificação do banco, código de verificação, código de segurança, otp, tela do banco, banco pra aprovar, aprovei no app do meu banco, sms pra confirmar, confirmar o pagamento, não manda o sms, aprovação do banco, banco pede pra confirmar',
  kyc: 'kyc, identidade, verificação, verificação de identidade, passaporte, rg, cnh, cpf, selfie, documentos, comprovante de residência, origem dos recursos, em análise, foto da minha, verificar minha identidade, facial, rosto, habilitação, carteira de motorista, mandei minha habilitação, comprovante, reconhecimento facial, validação, mandei meus documentos',
  support:
    'suporte, atendimento, sac, atendente, trabalha pra vocês, equipe, funcionário, ajuda, consultor, central de ajuda, 0800, ajuda da carteira',
  contact:
    'ligar, telefone, número, telegram, whatsapp, zap, email, e mail, me chamou, mensagem, contato, instagram, facebook, falar com, entre num link, link, 0800, central',
  impostor:
    'falso, impostor, phishing, se passando, fingindo, é de verdade, é de vocês, oficial, validar, sincronizar, bloquear minha conta, fechar minha conta, diz que trabalha, fala que trabalha, clone, pirata, verdadeiro, quer que eu entre num link, falsário',
  stake:
    'stake, staking, unstake, resgatar stake, resgate, desbloquear, delegar, validador, unbonding, recompensa, parei o staking, pedi pra resgatar, resgatar no cosmos, em stake',
  locked:
    'bloqueado, liberar, livre, desbloquear, não consigo mexer, mexer, disponível, ficar livre, trancado, quando posso sacar, sacar meu, quando libera',
  howlong: 'quanto tempo, quanto demora, quantos dias, quando, quantas horas',
  solana: 'solana, sol, spl, phantom, lamports, blockhash, rent',
  bitcoin: 'bitcoin, btc, satoshi, sats, mempool',
  tron: 'tron, trx, trc20, trc 20, energia, largura de banda, bandwidth, tether na tron, usdt na tron',
  cosmos: 'cosmos, atom, osmosis, osmo',
  expired: 'expirou, expiram, vencida, tempo esgotado, antes de entrar, timeout, acabou o tempo',
  charged:
    'mesmo assim cobraram, cobraram mesmo assim, cobraram taxa, cobraram a taxa, perdi o gás, devolvem a taxa, cobraram o gas, descontou a taxa, paguei a taxa, taxa que paguei, taxa de volta, mesmo assim paguei, devolvem o gas, rejeitada na rede, cobraram assim mesmo',
  price: 'preço, valor, cotação, em dólar, em reais, dez vezes',
  crash:
    'fecha sozinho, fecha, tela branca, tela preta, não abre, congela, trava, não carrega, fica branca, fica em branco, crasha',
  down: 'fora do ar, caiu o sistema, instável, indisponível, fora, caiu pra todo mundo',
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
    'polícia, juiz, tribunal, advogado, delegacia, processo, dados pessoais, lgpd, privacidade, ordem judicial, apagar meus dados, ameaça, jurídico',
  social: 'redes sociais, twitter, reddit, postagens, avaliações, fórum, no x, posts',
  layer: 'qual camada, de quem é a culpa, é nosso, somos nós, terceiro',
  reply: 'resposta, modelo, macro, mensagem pro usuário, o que responder, texto pra, o que eu digo, resposta pronta',
  begin: 'por onde começar, primeiro passo, como começar, triagem',
  resolved: 'resolvido, solucionado, acabou, voltou a funcionar, arrumado',
  send: 'enviar, mandar, passar, transferir, mover',
  absent:
    'não chegou, não caiu, nunca chegou, não recebi, não veio, até agora nada, e nada, não entrou, não apareceu, cadê meu, cadê o, onde está meu, nada ainda, não compensou, não creditou',
  investigate: 'investigando, verificando, apurando, analisando, estamos vendo, trabalhando nisso',
  explain:
    'o que é, o que são, por que, porque, para que, significa, quem fica, quem recebe, explicar, diferença, vocês ficam',
  address: 'endereço, destinatário',
  contract: 'contrato, endereço de contrato, endereço do contrato',
  history: 'histórico, movimentações, atividade, explorador, etherscan, bscscan, tronscan, extrato',
};
