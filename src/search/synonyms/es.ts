import type { Meaning } from './en.ts';

/**
 * Neutral Latin American Spanish, with what people write from Mexico to Argentina. One form of each word is
 * enough: endings are cut (`robo` is `robaron`, too), and so is what a shorter phrase already says.
 */
export const es: Readonly<Record<Meaning, string>> = {
  theft:
    'robo, ladrón, hackearon, jaquearon, vaciaron, desvalijaron, limpiaron, drenaron, no autorizada, sin mi permiso, yo no fui, no fui yo, comprometida, se llevaron, sin autorización, salió dinero, drainer, zerado, a una dirección que no conozco, se fueron a una dirección, se fue a una dirección, sacaron mis monedas, desocuparon, me bajaron todo, chorearon, afanaron, me quitaron, se metieron, entraron a mi billetera, sacaron todo, me dejaron sin nada, akearon, sin que yo, alguien mandó',
  scam: 'estafa, fraude, engañaron, timo, me cayeron, caí en, trampa, plataforma de inversión, inversión falsa, invertir, scam, ponzi, novia por internet, raro, sospechoso, defraudaron, soltar mi ganancia, liberar mi ganancia, pide más dinero, bróker falso, no me dejan retirar, ganancia, sacar mi ganancia, trading, trader, víctima, pirámide, forex, inversionista, no me paga, impuestos para',
  undo: 'revertir, deshacer, cancelar, anular, parar, detener, frenar, echar atrás, dar marcha atrás, deshago, devolver, equivocado, persona equivocada, abortar, detengo, ya no quiero',
  recover: 'recuperar, restaurar, volver a tener, traer de vuelta, rescatar',
  refund:
    'reembolso, devolución, devolver, plata de vuelta, contracargo, desconocer cargo, arrepentí, disputa, chargeback, refund, regresen mi dinero, reintegro, cancelar mi compra, regrésenme, regresenme la plata, jalar de vuelta, sin querer compré, quiero mi dinero, recuperar lo que pagué, revertir mi compra, exijo, reverso, cargo raro, desconozco',
  pending:
    'pendiente, atascada, trabada, detenida, sin confirmar, no se confirma, procesando, esperando, sigue, colgado, demora, tarda, hace horas, hace días, lleva horas, lleva días, dando vueltas, no avanza, congelada, parada, retenida, no pasa, todavía no, aún no, sin pasar, desde ayer, 0 confirmaciones, 0/6, minado, anoche, esperando confirmación, se quedó, estancado, atorada, quedó pegada, está pegada, tildada, veremos, limbo, girando, no termina, no camina, flotando, unconfirmed, pending, lento',
  fail: 'falla, error, no funciona, no sirve, no anda, revertida, problema, no se pudo, no salió, no me deja, tira error, marca error, bug, no carga, se rechazó, no se hizo, no se concretó, failed, no jala, no se completó, no logro',
  decline:
    'rechazada, denegada, no pasa, no aceptan, no me aceptan, bloquea, rebota, no autoriza, declinada, no aprobada, no me la toma, negado, no me deja pagar, no deja pagar, no la dan, no la toman, bloqueó mi tarjeta, no me aprueban, declined, no quiere, no permite, tumba',
  arrive: 'llegar, recibir, acreditar, caer, cayó, cae, aparecer, refleja, entrar, depositaron, lo tiene',
  missing:
    'desapareció, falta, cero, vacía, vacío, no aparece, no veo, no se ve, no sale, no me sale, no me aparece, perdí, dónde está, se borró, se fue, nada, no está, no encuentro, no muestra, no lo veo, no la veo, no figura, se esfumó, sale en 0, no los veo, no lo encuentro, otra billetera, en ningún lado, en blanco, no hay, amaneció, no la trae, no hallo',
  balance: 'saldo, fondos, dinero, monedas, cripto, balance, portafolio, activos',
  token: 'token, moneda, criptomoneda, ficha, altcoin, memecoin, shitcoin, pepe, shib, doge, moneda nueva',
  unknown:
    'desconocido, raro, extraño, no pedí, no conozco, no reconozco, no hice, de la nada, sospechoso, no es mío, no sé de dónde, que yo no, no compré',
  lookalike:
    'parecida, casi igual, se ve igual, similar, primeros y últimos, mismos números, envenenamiento, polvo, chiquito, centavos, monto mínimo, valor cero, envío de cero, envío de 0, movimiento de cero, dusting, poisoning, idéntica, me está mandando, me mandan, me siguen mandando, casi idéntica, me envían, últimas operaciones, copié una dirección, copié del historial, montos chiquitos, termina igual, empieza igual, mismo final, microtransacciones, transacciones mínimas, imita',
  airdrop: 'airdrop, regalo, reclamar premio, tokens gratis, sorteo',
  phrase:
    'frase secreta, frase semilla, frase de recuperación, semilla, seed, frase, 12 palabras, doce palabras, 24 palabras, veinticuatro palabras, palabras, palabras clave, clave privada, llave privada, respaldo, mnemónica, palabras secretas, backup, copia de seguridad, hoja donde tenía las palabras, papel con palabras, recuperación, libreta, cuaderno, papelito',
  forget:
    'olvidé, perdí, no tengo, no me acuerdo, no recuerdo, no puse, no anoté, nunca anoté, dejé vacío, dejé en blanco, faltó, borré, se me pasó, extravié, boté, tiré, no escribí, no coloqué, omití, se me mojó, nunca guardé, no guardé, se me quemó, no la guardé, cómo las veo, se perdió el papel, no la anoté, sin respaldo',
  share:
    'di, compartí, puse, escribí, pasé, entregué, ingresé, vieron, vio, mostré, revelé, metí, filtró, digité, expuesta',
  access:
    'entrar, ingresar, acceder, acceso, iniciar sesión, contraseña, clave, pin, abrir mi billetera, restablecer, huella, me bloqueé, login, no me deja entrar, patrón, código de desbloqueo',
  newphone:
    'celular nuevo, cambié de celular, otro celular, borré la app, desinstalé, se rompió mi celular, perdí mi celular, formateé, reinstalé, me robaron el celular, equipo nuevo, dispositivo nuevo, celular viejo, se dañó, murió',
  import:
    'importar, restaurar, recuperé la billetera, metí mis palabras, puse mis palabras, cargar billetera, reinstalé, volví a instalar',
  update: 'actualizar, versión nueva, nueva versión, última versión, update',
  fee: 'comisión, tarifa, gas, costo, cobro, fee, fees, tasa, gwei, cobran por enviar, cargo de red, dólares para mover, dólares para mandar, dólares por enviar, pesos por mandar',
  expensive:
    'cara, carísimo, alta, altísima, demasiado, tanto, mucho, ridículo, exagerado, de más, un dineral, excesiva, dólares para mover, dólares para mandar, pesos por mandar, abuso, nubes, subió',
  cheap: 'barato, baja, menos, pagar menos, ahorrar, económica',
  insufficient:
    'insuficiente, no alcanza, no me alcanza, falta, no tengo suficiente, no hay suficiente, muy poco, necesito eth, me pide eth, pide bnb, enviar el máximo, falta un poquito, sin eth, sin bnb, sin gas, no completa, ocupo matic, ocupo eth, ocupo bnb, necesito bnb, necesito matic, pide matic, pide sol, pasar completo, mandar todo, enviar todo, falta eth, falta bnb, cero eth, no tengo eth, no cubre, no hay fondos, me exige, cargar gas, el 100',
  speedup:
    'acelerar, más rápido, apurar, apresurar, subir la comisión, aumentar la comisión, agilizar, rbf, cpfp, empujo, más gas, destrabar, desatascar, va lento',
  approval:
    'permiso, aprobación, autorización, firmé, acceso a mis tokens, gastar, approve, allowance, ilimitada, le di aceptar, le di aprobar, acepté, le di sí',
  revoke:
    'revocar, quitar, retirar permiso, desconectar, cancelar permiso, deshacer, eliminar, sacar permiso, revoke, ya no pueda, dejar de dar, ya no me pueda, no me puedan sacar, infinito, permiso infinito, dejar de gastar, no pueda gastar, desvincular',
  dapp: 'dapp, sitio, opensea, uniswap, pancakeswap, navegador, nft, defi, web3, mercado, jupiter, aave, la página insiste, el sitio insiste, insiste en que, aunque ya cambié',
  connect:
    'conectar, conexión, vincular, emparejar, walletconnect, wallet connect, wc, sesión, enlazar, desconecta, se cae la sesión, emparejar otra vez, computadora, desvincula, no detecta',
  qr: 'qr, código qr, escanear, cuadrito, cámara',
  popup:
    'ventana, solicitud, notificación, nada para firmar, aparece para firmar, pedido de firma, petición, no me sale nada, firmar, aviso para firmar',
  swap: 'swap, intercambio, cambiar, convertir, trade, canjear, permutar, cake, pasar cake, conversión',
  selltoken:
    'vender token, no me deja vender, no puedo vender, no se puede vender, deshacerme, no se deja vender, honeypot',
  slippage:
    'deslizamiento, slippage, tolerancia, impacto, impacto en el precio, recibí menos, menos de lo que, solo me dieron, peor precio, mínimo recibido, sandwich, porcentaje, perdí en el swap, menos tokens, muchos menos, de los que decía, menos de lo esperado, llegó menos, dieron menos, price impact, da menos, dan menos, muchísimo menos, eslipage',
  quote: 'cotización, ruta, liquidez, par, oferta, precio se movió',
  bridge:
    'puente, bridge, cross chain, entre redes, otra red, otro lado, capa 2, l2, arbitrum, optimism, base, rollup, pasé a, una semana, 7 días, período de impugnación, cruzar, entre cadenas, de una red a otra, siete días',
  wrong:
    'equivocada, por error, incorrecta, en lugar de, en vez de, mal, error mío, confundí, errónea, era otra, elegí, sin querer, que no era, no correspondía, no soporta',
  network: 'red, cadena, blockchain, erc20, bep20, trc20, bsc, polygon, ethereum, mainnet',
  exchange:
    'exchange, casa de cambio, binance, bitso, coinbase, kraken, bybit, okx, kucoin, buenbit, ripio, lemon, plataforma',
  deposit: 'depósito, acreditaron',
  memo: 'memo, tag, etiqueta, etiqueta de destino, comentario, identificador, campo de número, número extra, nota, campo, numerito, destination tag',
  buy: 'comprar, orden, pedido, moonpay, transak, ramp, banxa, mercuryo, adquirir',
  sell: 'vender, venta, retirar a mi banco, retiro, a pesos, cobrar, off ramp, retirar dinero, a dólares, sacar a mi cuenta, venta de cripto, efectivo, billetes, al banco, pesos colombianos, a soles',
  card: 'tarjeta, visa, mastercard, débito, crédito, amex, apple pay, google pay, plástico, nu, nubank, bbva, santander, banorte, mercado pago, ualá, galicia, bancolombia, revolut, pagar cripto',
  bank: 'banco, cuenta bancaria, mi cuenta, app del banco, bbva, santander, nu, banamex, banorte, galicia, bancolombia, mercado pago, ualá',
  pay: 'pagué, cobraron, descontaron, debitaron, cargo, gasté, abono, retuvieron',
  twice: 'dos veces, doble, duplicado, repetido, 2 veces',
  transfer:
    'transferencia, transferencia bancaria, transferí, spei, pix, cbu, cvu, clabe, depósito bancario, pse, desde mi banco, clave de rastreo, referencia, sepa, wire, oxxo, código que pedían, relaciona con mi compra, transferí menos, monto distinto, no lo relaciona, nequi, yape, concepto, cuenta de mi, a nombre de',
  verify3ds:
    '3d secure, 3ds, código del banco, código por sms, sms, mensaje con código, mensaje, token del banco, clave dinámica, app del banco, autenticación, confirmación del banco, verificación del banco, código de verificación, código de seguridad, otp, banco me pide aprobar, aprobé en la app de mi banco, sms para confirmar, confirmar el pago, no me manda el sms, aprobación del banco, pantalla del banco, banco me pide confirmar, página del banco, validar la compra, aviso del banco, confirmar con el banco',
  kyc: 'kyc, identidad, verificación, verificación de identidad, pasaporte, dni, ine, cédula, licencia, selfie, documentos, papeles, comprobante de domicilio, origen de fondos, en revisión, foto de mi, identificación, verificar mi identidad, credencial, rostro, subí mi, subí mis, carnet, comprobante, validación, prueba de vida, de la cara, mi cara, curp, domicilio',
  support:
    'soporte, atención al cliente, servicio al cliente, agente, asesor, trabaja con ustedes, su equipo, empleado, ayuda, operador, representante, centro de ayuda, mesa de ayuda, ayuda de la wallet',
  contact:
    'llamar, teléfono, número, telegram, whatsapp, correo, me escribió, mensaje, contactó, instagram, facebook, hablar con, link, teléfono de atención, línea, chat, discord, whats, telefónica',
  impostor:
    'falso, impostor, phishing, se hacen pasar, suplantan, es de verdad, son ustedes, es real, oficial, validar, sincronizar, suspender, cierran la cuenta, dice que trabaja, clon, pirata, trucho, legítimo, quiere que entre a un link, supuesto, de ustedes, dice ser, auténtico',
  stake:
    'stake, unstake, retirar stake, desbloquear, delegar, validador, unbonding, recompensas, dejé de hacer staking, le di a retirar, retirar en cosmos, congelé, descongelar, dot, ksm, ada, esteik',
  locked:
    'bloqueado, quede libre, liberar, desbloquear, tocarlo, disponible, libre, sin poder, cuándo puedo sacar, sacar mi, plazo, no puedo usar',
  howlong:
    'cuánto tarda, cuánto demora, cuántos días, cuándo, cuánto tiempo, en cuánto, cuántas horas, qué tanto tarda, cuánto falta, plazo, cuánto se tarda',
  solana: 'solana, sol, spl, phantom, lamports, blockhash, renta',
  bitcoin: 'bitcoin, satoshi, sats, mempool',
  tron: 'tron, trx, trc20, trc 20, energía, ancho de banda, bandwidth, tether por tron',
  cosmos: 'cosmos, atom, osmosis, osmo',
  expired: 'expiró, vencida, caducó, se acabó el tiempo, tiempo agotado, antes de entrar, timeout',
  charged:
    'igual me cobraron, me cobraron igual, cobraron comisión, perdí el gas, devuelven el gas, devuelven la comisión, me cobraron el gas, descontó la comisión, pagué comisión, lo que pagué de comisión, aun así pagué, y aun así, rechazó en la cadena, se cobró, gas perdido, me quitaron el gas, regresan el gas, descontaron igual, se fue el gas',
  price: 'precio, valor, cotización, en dólares, en pesos, diez veces',
  crash:
    'se cierra, pantalla en blanco, pantalla negra, no abre, se congela, se traba, no carga, queda en blanco, crashea, se cuelga',
  down: 'caído, se cayó, fuera de servicio, no disponible, no anda para nadie',
  many: 'muchos usuarios, varios usuarios, todos, mucha gente, muchos tickets, varios tickets, todo el mundo, tickets de, masivo',
  user: 'usuario, usuaria, cliente, ticket, caso',
  node: 'nodo, rpc, atrasado, retrasado, sincronizar, bloque, límite de peticiones, slots, viene atrasado',
  incident: 'incidente, emergencia, sev1, sev2, crisis, interrupción',
  whodecides: 'quién decide, responsable, quién lidera, a cargo, quién se encarga, dueño',
  statement: 'comunicado, página de estado, qué decimos, anunciar, prensa, publicar, periodista, estado público',
  handover: 'cambio de turno, fin de turno, entrega de turno, turno, relevo, siguiente turno',
  escalate: 'escalar, pasar a ingeniería, ingeniería, evidencia, paquete, adjuntar',
  onboard: 'nuevo compañero, nueva persona, nuevo agente, primer día, incorporación, ingreso, alta, empieza el lunes',
  offboard: 'se va, renunció, baja, despedido, último día, sale de la empresa, cerrar cuentas, desvinculación',
  accessright:
    'acceso, permisos, entrar a kibana, entrar a grafana, solicitar acceso, kibana, grafana, datadog, administrador',
  audit: 'auditoría, revisión de accesos, quién tiene acceso, trimestral',
  lessons: 'post mortem, lecciones, causa raíz, qué salió mal, retrospectiva, aprendimos',
  article: 'artículo, página, base de conocimiento, desactualizado, documentación',
  vendor: 'proveedor, socio, tercero, contactar al proveedor, partner',
  legal:
    'policía, juez, juzgado, abogado, fiscalía, demanda, datos personales, privacidad, orden judicial, borrar mis datos, amenaza, legal',
  social: 'redes sociales, twitter, reddit, publicaciones, reseñas, foro, en x, posts',
  layer: 'qué capa, de quién es la culpa, es nuestro, somos nosotros, tercero',
  reply: 'respuesta, plantilla, macro, mensaje para el usuario, qué responder, texto para, qué le digo, contestar',
  begin: 'por dónde empezar, primer paso, cómo empezar, triage',
  resolved: 'resuelto, solucionado, terminó, ya funciona, arreglado',
  send: 'enviar, mandar, pasar, transferir, mover, transferencia',
  absent:
    'no llega, no ha llegado, no me llega, nunca llegó, no aparece, no cae, no cayó, no me cayó, no lo tiene, no lo recibió, no me dieron, no entró, no se refleja, sin llegar, no recibí, no he recibido, y nada, dónde está mi, no tengo nada, no ha caído, no le ha caído, no me ha caído, no le llega, no le cae, no se acredita, no me acreditan, no han llegado, no me pagan, no me han pagado, aún nada, no me depositan',
  investigate: 'investigando, revisando, estamos viendo, analizando, trabajando en',
  explain:
    'qué es, qué son, por qué, porque, para qué, significa, quién se queda, quién recibe, explicar, diferencia, ustedes se quedan, a quién va, cómo funciona',
  address: 'dirección, destinatario, domicilio de la billetera',
  contract: 'contrato, dirección de contrato, dirección del contrato',
  history: 'historial, movimientos, actividad, explorador, etherscan, bscscan, tronscan',
};
