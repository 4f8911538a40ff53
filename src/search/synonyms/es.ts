import type { Meaning } from './en.ts';

/**
 * Neutral Latin American Spanish, with what people write from Mexico to Argentina. One form of each word is
 * enough: endings are cut (`robo` is `robaron`, too), and so is what a shorter phrase already says.
 */
export const es: Readonly<Record<Meaning, string>> = {
  theft:
    'robo, ladrón, hackearon, jaquearon, vaciaron, desvalijaron, limpiaron, drenaron, no autorizada, sin mi permiso, yo no fui, no fui yo, comprometida, se llevaron, sin autorización, salió dinero, drainer, zerado, a una dirección que no conozco, se fueron a una dirección, se fueron todas, todas mis monedas, movieron mis, se fue a una dirección, sacaron mis monedas, desocuparon, me bajaron todo, chorearon, afanaron, hurto, sustrajeron, saquearon, me tumbaron, me quitaron, entraron a mi billetera, se metieron, me dejaron sin nada, me dejaron en cero, akearon, virus, intruso, hicieron un envío sin, transferencias que yo no, alguien movió, alguien entró, sin que yo, sin mi autorización, desfalcaron, me volaron, clonaron',
  scam: 'estafa, fraude, engañaron, timo, me cayeron, caí en, trampa, plataforma de inversión, inversión falsa, invertir, scam, ponzi, novia por internet, raro, sospechoso, defraudaron, soltar mi ganancia, liberar mi ganancia, pide más dinero, pagar impuesto para retirar, bróker falso, no me dejan retirar, ganancia, sacar mi ganancia, cuento del tío, me hicieron el cuento, víctima, pirámide, piramidal, forex, trader, trading, me vieron la cara, tranza, chanta, truchada, me embaucaron, novia, conocí en internet, conocí por internet, conocí en tinder, tinder, impuesto para liberar, pagar para retirar, página de inversión, duplicar, multiplicar, prometieron, rendimiento garantizado, no me paga, retirar mis ganancias, esquema, minería en la nube, inversionista, falso inversor, inversión, asesor financiero, señor que',
  undo: 'revertir, deshacer, cancelar, anular, parar, detener, frenar, echar atrás, dar marcha atrás, deshago, devolver, equivocado, persona equivocada, arrepiento, abortar, reversar, reversión, dar de baja, retractar, atajar, bloquear el envío, suspender el envío, quitar el envío, borrar el envío, detengo, ya no quiero',
  recover: 'recuperar, restaurar, volver a tener, rescatar, salvar, de vuelta, volver a ver',
  refund:
    'reembolso, devolución, devolver, plata de vuelta, contracargo, desconocer cargo, arrepentí, disputa, chargeback, refund, reintegro, cancelar mi compra, regrésenme, regresenme la plata, jalar de vuelta, sin querer compré, recuperar lo que pagué, revertir mi compra, reversar, mi guita, plata de regreso, reponer, cobro que no hice, cargo que no hice, compra que no hice, no reconozco el cobro, no reconozco el cargo, desconozco, sin mi consentimiento, compró sin, exijo, indebido, cancelar la orden, anular la compra, resumen de la tarjeta',
  pending:
    'pendiente, atascada, trabada, detenida, sin confirmar, no se confirma, procesando, esperando, sigue, colgado, demora, tarda, hace horas, hace días, lleva horas, lleva días, dando vueltas, no avanza, congelada, parada, retenida, no pasa, todavía no, aún no, sin pasar, desde ayer, 0 confirmaciones, 0/6, minado, anoche, esperando confirmación, se quedó, estancado, clavado, pegada, tildado, en veremos, limbo, en el aire, girando, relojito, no termina, no camina, no se mueve, no se completa, no finaliza, tieso, frenada, enganchada, cola, mil años, eternidad, hace rato, hace mucho, llevo esperando, unconfirmed, pending, processing, hace tres días, una semana, aún sin, congestión, lenta, atorada, varada, flotando',
  fail: 'falla, error, no funciona, no sirve, no anda, revertida, problema, no se pudo, no salió, no me deja, tira error, marca error, bug, no carga, se rechazó, no se hizo, no se concretó, no jala, no furula, no va, no corre, no procede, se cae, revienta, truena, bota error, arroja error, sale error, salta error, me saca error, failed, fracasó, no se completó, no se realizó, no se efectuó, imposible, no logro, no hay forma, cancelada, abortada, inválida',
  decline:
    'rechazada, denegada, no pasa, no aceptan, no me aceptan, bloquea, rebota, no autoriza, declinada, no aprobada, no me la toma, negado, no me deja pagar, no deja pagar, no la dan, no la toman, bloqueó mi tarjeta, no me aprueban, no es aceptada, no es válida, declined, no entra la tarjeta, no me toma, no la acepta, no permite, no procesa, tarjeta bloqueada, no me deja comprar, no puedo comprar, no pude comprar, prohíbe, no quiere, no la quiere, no la recibe',
  arrive:
    'llegar, recibir, acreditar, caer, cayó, cae, aparecer, refleja, entrar, depositaron, lo tiene, entregaron, abonar, ingresar, caído',
  missing:
    'desapareció, falta, cero, vacía, no aparece, no veo, no se ve, no sale, no me sale, no me aparece, perdí, dónde está, se borró, se fue, nada, no está, no encuentro, no muestra, no lo veo, no la veo, no figura, sale en 0, no los veo, no lo encuentro, otra billetera, en ningún lado, esfumar, volaron, no queda nada, amaneció, en blanco, sin saldo, no hay, extraviado, evaporó, se fueron, pelado, no refleja, no actualiza, no se actualiza, no carga mi saldo, quedé sin, puro cero, no la trae, no lo trae, no viene, no la hallo, no hallo, desvaneció',
  balance:
    'saldo, fondos, dinero, monedas, cripto, balance, portafolio, activos, billete, varo, mosca, chavos, reales, ahorro, capital, usdt, ganancias',
  token:
    'token, moneda, criptomoneda, ficha, altcoin, memecoin, shitcoin, pepe, shib, doge, moneda nueva, cripto nueva, floki, preventa, presale, contrato',
  unknown:
    'desconocido, raro, extraño, no pedí, no conozco, no reconozco, no hice, de la nada, sospechoso, no es mío, no sé de dónde, no es mía, que yo no, no autoricé, de quién es, quién me manda, sin pedirlo, ajena, no compré',
  lookalike:
    'parecida, casi igual, se ve igual, similar, primeros y últimos, mismos números, envenenamiento, polvo, chiquito, centavos, monto mínimo, valor cero, envío de cero, envío de 0, movimiento de cero, dusting, poisoning, idéntica, me está mandando, me mandan, me siguen mandando, casi idéntica, me envían, últimas operaciones, copié una dirección, montos chiquitos, mismo final, mismo comienzo, mismos dígitos, mismas letras, últimas letras, termina igual, empieza igual, clonada, calcada, microtransacciones, transacciones mínimas, monto pequeño, moneditas, céntimos, spam, cantidades mínimas, igualita, hacía pasar por la, del historial',
  airdrop:
    'airdrop, regalo, reclamar premio, tokens gratis, sorteo, premio, reclamar tokens, gané, giveaway, bono gratis, recompensa gratis',
  phrase:
    'frase secreta, frase semilla, frase de recuperación, semilla, seed, frase, 12 palabras, doce palabras, 24 palabras, veinticuatro palabras, palabras, palabras clave, clave privada, llave privada, respaldo, mnemónica, palabras secretas, backup, copia de seguridad, hoja donde tenía las palabras, papel con palabras, recuperación, libreta, palabras de seguridad, palabras de recuperación, las doce, mis doce, private key, seed phrase, cuaderno, papelito, agenda, captura de las palabras, recovery, clave de recuperación, mi clave, mis claves',
  forget:
    'olvidé, olvidó, perdí, no tengo, no me acuerdo, no recuerdo, no puse, no anoté, nunca anoté, dejé vacío, faltó, borré, se me pasó, extravié, boté, tiré, no escribí, no coloqué, omití, se me mojó, nunca guardé, no guardé, se me quemó, no la guardé, cómo las veo, se perdió el papel, no la anoté, sin respaldo, no sé dónde, no sé cuál, se me fue, no apunté, no agendé, no lo puse, no le puse, faltó poner, no llevaba, no incluí, no lo agregué, sin memo, sin tag, sin etiqueta, sin comentario, sin frase, en blanco, se quemó, se dañó, se rompió, se murió, se ahogó, no respaldé, descuidé, no la encuentro',
  share:
    'di, compartí, puse, escribí, pasé, entregué, ingresé, vieron, vio, mostré, revelé, metí, filtró, digité, expuesta, mandé foto, dicté, conté, publiqué, robaron la frase, conocen mi, tiene mi frase',
  access:
    'entrar, ingresar, acceder, acceso, iniciar sesión, contraseña, clave, pin, abrir mi billetera, restablecer, huella, me bloqueé, login, no me deja entrar, loguear, patrón, rostro, face id, código de acceso, clave de la app, me pide clave, desbloquear la app, no reconoce mi huella, olvidé mi pin, iniciar',
  newphone:
    'celular nuevo, cambié de celular, otro celular, borré la app, desinstalé, perdí mi celular, formateé, reinstalé, equipo nuevo, dispositivo nuevo, celular viejo, móvil, murió mi celular, se dañó mi celular, se dañó el celular, se mojó, cayó al agua, se rompió, perdí el teléfono, robaron el teléfono, robaron mi celular, iphone, android, reset de fábrica, restablecí',
  import:
    'importar, restaurar, recuperé la billetera, metí mis palabras, puse mis palabras, cargar billetera, reinstalé, volví a instalar, recuperé mi cuenta, ingresé mis palabras, metí la frase, puse la frase, restablecí',
  update: 'actualizar, versión nueva, nueva versión, última versión, update',
  fee: 'comisión, tarifa, gas, costo, cobro, fee, fees, tasa, gwei, cobran por enviar, cargo de red, dólares para mover, dólares para mandar, dólares por enviar, pesos por mandar, peaje, impuesto, recargo, sobrecosto, nafta, me descuentan, tarifa de red, minero, dólares por transferir, dólares de comisión, gasolina',
  expensive:
    'cara, carísimo, alta, altísima, demasiado, tanto, mucho, ridículo, exagerado, de más, un dineral, excesiva, dólares para mover, dólares para mandar, pesos por mandar, abuso, robo, ladrones, salado, un ojo, barbaridad, locura, por las nubes, elevada, un montón, sube, disparado, no vale la pena, cuesta más, vale más, de golpe',
  cheap: 'barato, baja, menos, pagar menos, ahorrar, económica, reducir, mínima, gratis, rebajar, conviene, disminuir',
  insufficient:
    'insuficiente, no alcanza, no me alcanza, falta, no tengo suficiente, no hay suficiente, muy poco, necesito eth, me pide eth, pide bnb, enviar el máximo, falta un poquito, sin eth, sin bnb, sin gas, no completa, ocupo matic, ocupo eth, ocupo bnb, necesito bnb, necesito matic, pide matic, pide sol, pasar completo, mandar todo, enviar todo, falta eth, falta bnb, falta gas, cero eth, cero bnb, cero gas, no tengo eth, no tengo bnb, no tengo matic, no tengo gas, cubrir, sin fondos, no hay fondos, fondos insuficientes, no da, no llega para, corto de, cargar bnb, cargar eth, cargar gas, vaciar la cuenta, vaciar mi wallet, pide pol, pide avax, me exige, quiero sacar todo, no deja sacar todo, el total, combustible, nativa, requiere eth, requiere bnb, me solicita',
  speedup:
    'acelerar, más rápido, apurar, apresurar, subir la comisión, aumentar la comisión, agilizar, rbf, cpfp, empujo, más gas, adelantar, destrabar, desatascar, rapidez, prioridad, que salga ya, subir el gas, más comisión, meterle más, speed up, aumentar el gas, impulsar, va lento, pagar más, que llegue antes, pase antes',
  approval:
    'permiso, aprobación, autorización, firmé, acceso a mis tokens, gastar, approve, allowance, ilimitada, le di aceptar, le di aprobar, acepté, le di sí, le di ok, consentimiento, otorgué, concedí, permit, habilité, spending cap, aprobado ilimitado',
  revoke:
    'revocar, quitar, retirar permiso, desconectar, cancelar permiso, deshacer, eliminar, sacar permiso, revoke, ya no pueda, dejar de dar, ya no me pueda, no me puedan sacar, infinito, permiso infinito, dejar de gastar, no pueda gastar, anular permiso, sacarle, sacar el acceso, cortar, borrar permiso, desvincular, desligar, remover, dar de baja, desautorizar, limpiar, impedir, que ya no, ver permisos, revisar permisos',
  dapp: 'dapp, sitio, opensea, uniswap, pancakeswap, navegador, nft, defi, web3, mercado, jupiter, aave, la página insiste, el sitio insiste, insiste en que, aunque ya cambié, juego, metamask, plataforma web, provider, proveedor, portal, sushiswap, blur, raydium, curve',
  connect:
    'conectar, conexión, vincular, emparejar, walletconnect, wallet connect, wc, sesión, enlazar, desconecta, se cae la sesión, emparejar otra vez, computadora, desvincula, sincronizar con el sitio, link a la wallet, asociar, pareo, no engancha, logueo, reconectar, no detecta, no reconoce mi wallet',
  qr: 'qr, código qr, escanear, cuadrito, cámara, código, lector, cuadradito, leo el código, leer el código',
  popup:
    'ventana, solicitud, notificación, nada para firmar, aparece para firmar, pedido de firma, petición, no me sale nada, firmar, pestaña, emergente, cartelito, para aprobar, confirmar en la app, no me pide firmar',
  swap: 'swap, intercambio, cambiar, convertir, trade, canjear, permutar, cake, pasar cake, trueque, conversión, pasar eth a, pasar bnb a, pasar usdt a, cambio de moneda',
  selltoken:
    'vender token, no me deja vender, no puedo vender, no deja vender, no se puede vender, deshacerme, honeypot, atrapado con, vender mi token, vender esta moneda, vender la moneda, vender mi memecoin, no me la compra, no la puedo vender, no lo puedo vender, trabado con',
  slippage:
    'eslipage, deslizamiento, slippage, tolerancia, impacto, impacto en el precio, recibí menos, menos de lo que, peor precio, mínimo recibido, sandwich, porcentaje, perdí en el swap, menos tokens, muchos menos, de los que decía, menos de lo esperado, llegó menos, dieron menos, me dieron, da menos, dan menos, menos dólares, pérdida, mala tasa, rendimiento, diferencia de precio, price impact, perdí plata cambiando, perdí cambiando, me comió, bots, frontrun, salí perdiendo, me devolvieron, entregué, volvieron',
  quote:
    'cotización, ruta, liquidez, par, oferta, precio se movió, proveedor de liquidez, no encuentra ruta, liquidity, no quotes, precio cambió',
  bridge:
    'puente, bridge, cross chain, entre redes, otra red, otro lado, capa 2, l2, arbitrum, optimism, base, rollup, pasé a, una semana, 7 días, período de impugnación, crucé, entre cadenas, de una red a otra, de una cadena a otra, pasar de red, l1, layer 2, zksync, linea, capa dos, a avalanche, stargate, mainnet, siete días, reclamar el retiro',
  wrong:
    'equivocada, por error, incorrecta, en lugar de, en vez de, mal, error mío, confundí, errónea, otra, elegí, sin querer, no era, erré, la pifié, la cagué, metí la pata, no correspondía, distinta, se me chispoteó, por accidente, descuido, incompatible, no soporta',
  network:
    'red, cadena, blockchain, erc20, bep20, trc20, bsc, polygon, ethereum, mainnet, avalanche, base, arbitrum, matic, fantom, bep2, omni',
  exchange:
    'exchange, casa de cambio, binance, bitso, coinbase, kraken, bybit, okx, kucoin, buenbit, ripio, lemon, plataforma, mexc, bitget, gate, satoshi tango, belo, buda, mercado bitcoin, huobi, htx, notbank, airtm, el dorado, mi cuenta de binance',
  deposit: 'depósito, acreditaron, abonado, recarga',
  memo: 'memo, tag, etiqueta, etiqueta de destino, comentario, identificador, campo de número, número extra, nota, campo, destination tag, payment id, numerito, número de destino, campo extra, xrp, ripple, stellar, xlm, eos, hbar, hedera, ton, dato extra, mensaje del depósito',
  buy: 'comprar, orden, pedido, moonpay, transak, ramp, banxa, mercuryo, adquirir, adquisición, simplex, onramp, carga con tarjeta, cripto que compré, gasté, puse plata',
  sell: 'vender, venta, retiro, a pesos, cobrar, off ramp, retirar dinero, a dólares, sacar a mi cuenta, venta de cripto, cash out, efectivo, billetes, a euros, a soles, a bolívares, a mi cuenta bancaria, al banco, hacer líquido, liquidar, bajar a mi banco, sacar plata, pesos colombianos, pesos argentinos, fiat, cambiar a dinero, convertir en dinero',
  card: 'tarjeta, visa, mastercard, débito, crédito, amex, apple pay, google pay, plástico, nu, nubank, bbva, santander, banorte, mercado pago, ualá, galicia, bancolombia, revolut, pagar cripto, débito visa, tdc, tarjeta prepaga, virtual, nequi, brubank, naranja, lemon card, maestro, bancomer, hey banco, itau, bcp, interbank, caixabank, n26',
  bank: 'banco, cuenta bancaria, mi cuenta, app del banco, bbva, santander, nu, banamex, banorte, galicia, bancolombia, mercado pago, ualá, entidad, bancario, bcp, interbank, davivienda, itau, bancoestado, brou, banesco, caixabank',
  pay: 'pagué, cobraron, descontaron, debitaron, cargo, gasté, abono, retuvieron, me sacaron de la tarjeta, me quitaron de la tarjeta, desembolsé, cancelé el monto, dinero salió, salió de mi cuenta',
  twice: 'dos veces, doble, duplicado, repetido, 2 veces, doblemente, segunda vez, doble cobro, dos cargos, dos cobros',
  transfer:
    'transferencia, transferencia bancaria, transferí, spei, pix, cbu, cvu, clabe, depósito bancario, pse, desde mi banco, clave de rastreo, referencia, sepa, wire, oxxo, código que pedían, relaciona con mi compra, transferí menos, monto distinto, no lo relaciona, giro, nequi, daviplata, yape, plin, bizum, zelle, alias, swift, ach, concepto, código de referencia, cuenta de mi, cuenta de otra persona, titular, a nombre de, tercero, deposité del banco, deposité desde, depósito en efectivo, homebanking, banca en línea, comprobante de pago',
  verify3ds:
    '3d secure, 3ds, código del banco, código por sms, sms, mensaje con código, mensaje, token del banco, clave dinámica, app del banco, autenticación, confirmación del banco, verificación del banco, código de verificación, código de seguridad, otp, banco me pide aprobar, aprobé en la app de mi banco, sms para confirmar, confirmar el pago, no me manda el sms, aprobación del banco, pantalla del banco, banco me pide confirmar, código que manda el banco, código de mi banco, verified by visa, clave del banco, clave sms, token digital, confirmar en el banco, validar la compra, validar el pago, autorizar el pago, autorizar la compra, chip, código no llega, página del banco, ventana del banco, confirmé en el banco, notificación del banco, línea, número viejo, pantalla para confirmar',
  kyc: 'kyc, identidad, verificación, verificación de identidad, pasaporte, dni, ine, cédula, licencia, selfie, documentos, papeles, comprobante de domicilio, origen de fondos, en revisión, foto de mi, identificación, verificar mi identidad, credencial, rostro, subí mi, subí mis, carnet, comprobante, validación, validación de identidad, prueba de vida, reconocimiento facial, rut, curp, cuit, nie, nif, cédula vencida, ciudadanía, recibo de luz, recibo de domicilio, factura de luz, domicilio, menor de edad, nacionalidad, biométrica, aprobar mi identidad, datos personales, de la cara, mi cara, volver a subir, no se parece, comprobar mi identidad',
  support:
    'soporte, atención al cliente, servicio al cliente, agente, asesor, trabaja con ustedes, su equipo, empleado, ayuda, operador, representante, centro de ayuda, mesa de ayuda, ayuda de la wallet, asistencia, ejecutivo, persona real, humano, admin, administrador, moderador, técnico, callcenter, call center, mesa de soporte, alguien de ustedes',
  contact:
    'llamar, teléfono, número, telegram, whatsapp, correo, mensaje, contactó, instagram, facebook, link, teléfono de atención, línea, chat, comunicar, escriben, dm, discord, twitter, grupo, sms, reclamar, anydesk, teamviewer, whats, wasap, guasap, wpp, supuesto',
  impostor:
    'falso, impostor, phishing, suplantan, son ustedes, oficial, validar, sincronizar, suspender, cierran la cuenta, dice que trabaja, clon, pirata, trucho, legítimo, quiere que entre a un link, verdadero, de ustedes, de verdad, actualice mi, migrar, van a cerrar, van a bloquear, cerrar mi cuenta, se hizo pasar, dice ser, haciéndose pasar, fraudulento, engañoso, confiable, seguro que son, confirmar mis datos, verifica, compartir pantalla, instalar una aplicación, app pirata, imitación, phising, supuesto, ustedes me mandaron, reales, auténtico',
  stake:
    'esteik, esteikin, stake, staking, unstake, unstaking, retirar stake, desbloquear, delegar, validador, unbonding, recompensas, dejé de hacer staking, le di a retirar, retirar en cosmos, congelé, unfreeze, descongelar, restake, redelegar, pool, earn, rendimientos, intereses, ada, dot, ksm, near, eth2, lido, desdelegar, staqueo',
  locked:
    'bloqueado, quede libre, liberar, desbloquear, tocarlo, disponible, libre, sin poder, cuándo puedo sacar, sacar mi, trancado, inmovilizadas, congeladas, retenidas, período de espera, plazo, se liberan, destrabar, candado, cooldown, espera, no los puedo usar, no puedo usar, no puedo vender, no puedo mover, período de desbloqueo, cuándo vuelven, trabadas',
  howlong:
    'cuánto tarda, cuánto demora, cuántos días, cuándo, cuánto tiempo, en cuánto, cuántas horas, qué tanto tarda, cuánto falta, plazo, qué tiempo, cuántas semanas, cuánto se demora, a qué hora, cuánto hay que esperar, demora mucho, días faltan',
  solana:
    'solana, sol, spl, phantom, lamports, blockhash, renta, solscan, raydium, jup, jupiter, pump fun, bonk, solflare, slot',
  bitcoin: 'bitcoin, satoshi, sats, mempool, bitcoin core, satoshis, ordinals, bloque, segwit, sat vb',
  tron: 'tron, trx, trc20, trc 20, energía, ancho de banda, bandwidth, tether por tron, tronscan, tronlink, trc, red tron, tronix, energy, dirección que empieza con t, red t',
  cosmos: 'cosmos, atom, osmosis, osmo',
  expired:
    'expiró, vencida, caducó, se acabó el tiempo, tiempo agotado, antes de entrar, timeout, expiró el tiempo, se pasó el tiempo, fuera de tiempo, se agotó, demoré, tardé, se me pasó el tiempo, ya no es válido, a destiempo, contador',
  charged:
    'igual me cobraron, me cobraron igual, cobraron comisión, perdí el gas, devuelven el gas, devuelven la comisión, me cobraron el gas, descontó la comisión, pagué comisión, lo que pagué de comisión, aun así pagué, y aun así, rechazó en la cadena, se cobró, me descontaron igual, igual pagué, igual cobraron, se quedaron con el gas, se comió el gas, se fue el gas, se gastó el gas, me quitaron el gas, me quitaron la comisión, perdí en gas, mi gas de regreso, regresan el gas, aun así me cobraron, aun así me quitaron, y me descontaron, pagué por nada, y me cobró, y cobró, sin mi gas, gas perdido, comisión perdida, me bajaron',
  price:
    'precio, valor, cotización, en dólares, en pesos, diez veces, tasa de cambio, equivocado el valor, total mal, logo',
  crash:
    'se cierra, pantalla en blanco, pantalla negra, no abre, se congela, se traba, queda en blanco, crashea, se cuelga, se tilda, pasmada, no inicia, no entra a la app, cargando, queda cargando, se queda pensando, en negro',
  down: 'caído, se cayó, fuera de servicio, no disponible, no anda para nadie, mantenimiento, sin servicio, no responde, saturada',
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
    'policía, juez, juzgado, abogado, fiscalía, demanda, datos personales, privacidad, orden judicial, borrar mis datos, amenaza, legal, denunciar, juicio, autoridades, interpol, profeco, consumidor',
  social: 'redes sociales, twitter, reddit, publicaciones, reseñas, foro, en x, posts',
  layer: 'qué capa, de quién es la culpa, es nuestro, somos nosotros, tercero',
  reply: 'respuesta, plantilla, macro, mensaje para el usuario, qué responder, texto para, qué le digo, contestar',
  begin: 'por dónde empezar, primer paso, cómo empezar, triage',
  resolved: 'resuelto, solucionado, terminó, ya funciona, arreglado',
  send: 'enviar, mandar, pasar, transferir, mover, giré, remesa, operación, traspaso, despachar, le di enviar, transferencia, depósito a',
  absent:
    'no llega, no ha llegado, no me llega, nunca llegó, no aparece, no cae, no cayó, no me cayó, no lo tiene, no lo recibió, no me dieron, no entró, no se refleja, sin llegar, no recibí, no he recibido, y nada, dónde está mi, no tengo nada, no ha caído, no le ha caído, no me ha caído, no le llega, no les llega, no le aparece, no le cae, no se acredita, no me acreditan, no veo nada, no ven, no lo ven, no lo ve, no me entra, no han llegado, no me entregan, no me pagan, no me han pagado, no me han dado, aún nada, todavía nada, nada que llega, ni rastro, no vuelven, no han vuelto, no me depositan, dónde quedó, nunca entró, nunca cayó, sin acreditar, y no están, no cambia',
  investigate: 'investigando, revisando, estamos viendo, analizando, trabajando en',
  explain:
    'qué es, qué son, por qué, porque, para qué, significa, quién se queda, quién recibe, explicar, diferencia, ustedes se quedan, cómo funciona, quiere decir, en qué consiste, a quién va, a dónde va, de qué depende, es suyo, es de ustedes, cuánto es normal, cuánto cuesta',
  address: 'dirección, destinatario, domicilio de la billetera, wallet de destino, cuenta de destino, destino, pegar',
  contract:
    'contrato, dirección de contrato, dirección del contrato, smart contract, contract address, contrato inteligente',
  history:
    'historial, movimientos, actividad, explorador, etherscan, bscscan, tronscan, operaciones, registro, lista de movimientos, bitácora, blockchain explorer, hash, txid, recientes',
};
