import type { Meaning } from './en.ts';

/** Neutral Latin American Spanish, with what people write from Mexico to Argentina. */
export const es: Readonly<Record<Meaning, string>> = {
  theft:
    'robo, robaron, robar, robado, robada, ladrón, hackearon, hackear, hackeo, hackeado, hacker, jaquearon, vaciaron, me vació, vaciada, vaciado, desvalijaron, limpiaron, drenaron, drenado, no autorizada, sin mi permiso, yo no fui, no fui yo, comprometida, sacaron todo, se llevaron, sin autorización, salió dinero, drainer, zerado, a una dirección que no conozco, se fueron a una dirección, se fueron todas, todas mis monedas, movieron mis, se fue a una dirección, sacaron mis monedas, desocuparon, me limpiaron, me bajaron todo',
  scam: 'estafa, estafaron, estafado, estafador, fraude, engañaron, engaño, timo, me cayeron, caí en, trampa, plataforma de inversión, inversión falsa, me hizo invertir, invertir, scam, ponzi, novia por internet, cuento, raro, sospechoso, defraudaron, soltar mi ganancia, liberar mi ganancia, me pide más dinero, pide más dinero, pagar impuesto para retirar, bróker falso, no me dejan retirar, ganancia, sacar mi ganancia',
  undo: 'revertir, deshacer, cancelar, anular, parar, detener, frenar, echar atrás, dar marcha atrás, cancelación, deshago, devolver, lo puedo frenar, frenar, equivocado, persona equivocada, al equivocado',
  recover: 'recuperar, recupero, recuperación, restaurar, volver a tener, traer de vuelta, rescatar',
  refund:
    'reembolso, reembolsar, devolución, devolver, devuelvan, me devuelvan, plata de vuelta, dinero de vuelta, contracargo, desconocer cargo, me arrepentí, arrepentí, disputa, chargeback, refund, regresen mi dinero, reintegro, cancelar mi compra, regrésenme, regresenme la plata, jalar de vuelta, regresar, sin querer compré, devuélvanme, quiero mi dinero, recuperar lo que pagué, revertir mi compra',
  pending:
    'pendiente, atascada, atascado, trabada, trabado, detenida, detenido, sin confirmar, no se confirma, en proceso, procesando, esperando, sigue, colgado, colgada, demora, demorado, tarda, tardando, hace horas, hace días, lleva horas, lleva días, dando vueltas, no avanza, congelada, parada, retenida, no pasa, todavía no, aún no, en espera, sin pasar, desde ayer, 0 confirmaciones, 0/6, no lo minan, minado, minan, sin minar, anoche, se quedó en, esperando confirmación, se quedó, parado, estancado, clavado',
  fail: 'falla, falló, fallo, fallida, error, errores, no funciona, no sirve, no anda, da error, me da error, revertida, problema, no se pudo, no funcionó, no salió, no me deja, tira error, marca error, bug, no carga, se rechazó, no se hizo, no sale, no salió, no se concretó',
  decline:
    'rechazada, rechazado, rechazaron, rechaza, denegada, denegado, no pasa, no aceptan, no acepta, no me aceptan, bloquea, rebota, rebotó, rebotaron, no autoriza, declinada, no aprobada, no me la toma, negado, no me deja pagar, no deja pagar, no me dejan pagar, no la dan por buena, no la dan, no la toman, rebotan, me rebotan, no autorizan, bloqueó mi tarjeta, no me aprueban',
  arrive:
    'llegar, llegó, llega, llegaron, llegado, recibir, recibí, recibió, acreditar, acreditó, acreditaron, caer, cayó, cae, aparecer, refleja, entrar, entró, depositaron, lo tiene, tengo',
  missing:
    'desapareció, desaparecieron, desaparecido, falta, faltan, en cero, cero, vacía, vacío, no aparece, no aparecen, no veo, no se ve, no sale, no me sale, no me aparece, perdí, perdido, dónde está, dónde están, se borró, se fue, nada, no hay nada, no está, no encuentro, no muestra, no lo veo, no la veo, no figura, se esfumó, sale en 0, no los veo, no lo encuentro, otra billetera, otra cartera, otra wallet, sin nada, se esfumaron, en ningún lado, no sale en el buscador, no sale en la lista, no se ve, se perdieron, quedó en cero, no hay saldo, nada de nada',
  balance: 'saldo, fondos, dinero, plata, monedas, cripto, criptos, lana, balance, portafolio, activos',
  token: 'token, tokens, moneda, criptomoneda, ficha, altcoin, memecoin, shitcoin, pepe, shib, doge, moneda nueva',
  unknown:
    'desconocido, desconocida, raro, rara, raras, extraño, no pedí, no conozco, no reconozco, que yo no hice, no hice, de la nada, sospechoso, no es mío, no sé de dónde',
  lookalike:
    'parecida, parecido, casi igual, se ve igual, similar, primeros y últimos, mismos números, envenenamiento, polvo, chiquito, centavos, monto mínimo, valor cero, envío de cero, envío de 0, movimiento de cero, dusting, poisoning, se parece, idéntica, me está mandando, me están mandando, me mandan, me siguen mandando, casi idéntica, me envían, últimas operaciones, copié una dirección, copié del historial, montos chiquitos, idéntica',
  airdrop: 'airdrop, regalo, reclamar premio, tokens gratis, sorteo',
  phrase:
    'frase secreta, frase semilla, frase de recuperación, semilla, seed, frase, 12 palabras, doce palabras, 24 palabras, veinticuatro palabras, mis palabras, palabras, palabras clave, clave privada, llave privada, respaldo, mnemónica, palabras secretas, backup, copia de seguridad, hoja donde tenía las palabras, papel con palabras, recuperación, libreta',
  forget:
    'olvidé, olvidó, olvidar, perdí, perdió, perder, no tengo, ya no tengo, no me acuerdo, no recuerdo, no puse, no anoté, nunca anoté, sin, dejé vacío, dejé en blanco, faltó, falto, borré, se me pasó, extravié, boté, tiré, no escribí, no coloqué, omití, se me mojó, tiré, nunca guardé, no guardé, se me quemó, no la guardé, cómo las veo, se perdió el papel, no la anoté, sin respaldo',
  share:
    'di, compartí, puse, escribí, pasé, entregué, ingresé, vieron, vio, mostré, revelé, le di, metí, filtró, digité, expuesta',
  access:
    'entrar, ingresar, acceder, acceso, iniciar sesión, contraseña, clave, pin, no puedo entrar, abrir mi billetera, restablecer, huella, me bloqueé, login',
  newphone:
    'celular nuevo, teléfono nuevo, cambié de celular, cambié de teléfono, otro celular, otro teléfono, borré la app, desinstalé, se rompió mi celular, perdí mi celular, formateé, reinstalé, me robaron el celular, cambié de celu, equipo nuevo, dispositivo nuevo',
  import:
    'importar, importé, restaurar, restauré, recuperé la billetera, metí mis palabras, puse mis palabras, cargar billetera, reinstalé, volví a instalar',
  update: 'actualizar, actualicé, actualización, versión nueva, nueva versión, última versión, update',
  fee: 'comisión, comisiones, tarifa, tarifas, gas, costo, costos, cobro, fee, fees, tasa, gwei, cobran por enviar, cargo de red, dólares para mover, dólares para mandar, dólares por enviar, pesos por mandar',
  expensive:
    'cara, caro, carísimo, alta, alto, altísima, demasiado, tanto, mucho, más caro, ridículo, exagerado, de más, un dineral, excesiva, dólares para mover, dólares para mandar, pesos por mandar',
  cheap: 'barato, más barato, baja, bajo, menos, pagar menos, ahorrar, económica, bajar',
  insufficient:
    'insuficiente, insuficientes, no alcanza, no me alcanza, falta, me falta, no tengo suficiente, no hay suficiente, muy poco, necesito eth, me pide eth, me pide bnb, pide bnb, no puedo enviar todo, no me deja mandar todo, enviar el máximo, falta un poquito, sin eth, sin bnb, sin gas, no completa, ocupo matic, ocupo eth, ocupo bnb, necesito bnb, necesito matic, pide matic, pide sol, necesita eth, necesita bnb, pasar completo, no lo puedo pasar completo, mandar todo, sacar todo, enviar todo',
  speedup:
    'acelerar, más rápido, apurar, apresurar, subir la comisión, subirle la comisión, aumentar la comisión, agilizar, rbf, cpfp, empujo, empujar, más gas',
  approval:
    'permiso, permisos, aprobación, aprobar, aprobé, autorización, autoricé, firmé, firma, acceso a mis tokens, gastar mis, gastar, approve, allowance, ilimitada, le di aceptar, le di aprobar',
  revoke:
    'revocar, quitar, retirar permiso, desconectar, cancelar permiso, deshacer, eliminar, sacar permiso, revoke, ya no pueda, dejar de dar, ya no me pueda, no me puedan sacar, infinito, permiso infinito, que no pueda gastar, dejar de gastar, no pueda gastar',
  dapp: 'dapp, dapps, sitio, página, pagina, web, sitio web, opensea, uniswap, pancakeswap, navegador, nft, defi, web3, mercado, jupiter, aave, la página insiste, el sitio insiste, insiste en que, aunque ya cambié',
  connect:
    'conectar, conecta, conexión, conectado, vincular, emparejar, walletconnect, wallet connect, wc, sesión, enlazar, desconecta, enlazar, se cae la sesión, emparejar otra vez, en la compu, computadora, se desconecta',
  qr: 'qr, código qr, escanear, escaneé, cuadrito, cámara',
  popup:
    'ventana, solicitud, notificación, nada para firmar, aparece para firmar, pedido de firma, petición, no me sale nada, firmar',
  swap: 'swap, swaps, intercambio, intercambiar, cambiar, cambio, cambié, convertir, trade, canjear, permutar, cake, hacer el cambio, se hizo el cambio, pasar cake',
  selltoken:
    'vender token, no me deja vender, no puedo vender, no deja vender, no se puede vender, deshacerme, deshacerse',
  slippage:
    'deslizamiento, slippage, tolerancia, impacto, impacto en el precio, recibí menos, me dieron menos, menos de lo que, solo me dieron, peor precio, mínimo recibido, sandwich, porcentaje, perdí en el swap, menos tokens, muchos menos, de los que decía, menos de lo que mostraba, menos de lo esperado, llegó menos, recibí menos de, dieron menos',
  quote: 'cotización, ruta, liquidez, par, no hay rutas, oferta, ofertas, precio se movió',
  bridge:
    'puente, bridge, cross chain, entre redes, otra red, otro lado, del otro lado, capa 2, l2, arbitrum, optimism, base, rollup, pasé a, una semana, 7 días, período de impugnación',
  wrong:
    'equivocada, equivocado, equivoqué, por error, incorrecta, incorrecto, en lugar de, en vez de, mal, error mío, confundí, errónea, otra, elegí, me confundí',
  network: 'red, cadena, blockchain, erc20, bep20, trc20, bsc, polygon, ethereum, mainnet',
  exchange:
    'exchange, casa de cambio, binance, bitso, coinbase, kraken, bybit, okx, kucoin, buenbit, ripio, lemon, plataforma',
  deposit: 'depósito, depositar, deposité, depositaron, acreditaron, depositado',
  memo: 'memo, tag, etiqueta, etiqueta de destino, comentario, identificador, campo de número, número extra, nota, campo',
  buy: 'comprar, compré, compra, compras, orden, pedido, moonpay, transak, ramp, banxa, mercuryo, adquirir, adquirí',
  sell: 'vender, vendí, venta, retirar a mi banco, retiro, pasar a pesos, cambié a pesos, a pesos, cobrar, cobro, off ramp, retirar dinero, a dólares, sacar a mi cuenta, venta de cripto',
  card: 'tarjeta, tarjetas, visa, mastercard, débito, crédito, amex, apple pay, google pay, plástico, nu, nubank, bbva, santander, banorte, mercado pago, ualá, galicia, bancolombia, revolut, pagar cripto',
  bank: 'banco, banca, cuenta bancaria, mi cuenta, app del banco, bbva, santander, nu, bbva, banamex, banorte, galicia, bancolombia, mercado pago, ualá',
  pay: 'pagué, pago, pagar, cobraron, cobró, descontaron, debitaron, cargo, me cobraron, gasté, pagado, abono, retuvieron',
  twice: 'dos veces, doble, duplicado, duplicada, repetido, 2 veces',
  transfer:
    'transferencia, transferencia bancaria, transferí, spei, pix, cbu, cvu, clabe, depósito bancario, pse, desde mi banco, clave de rastreo, referencia, sepa, wire, depósito desde mi banco, oxxo, código que pedían, relaciona con mi compra, transferí menos, monto distinto, no lo relaciona, hice un spei',
  verify3ds:
    '3d secure, 3ds, código del banco, código por sms, sms, mensaje con código, mensaje, token del banco, clave dinámica, app del banco, autenticación, confirmación del banco, verificación del banco, código de verificación, código de seguridad, otp, banco me pide aprobar, aprobar en la app del banco, aprobé en la app de mi banco, sms para confirmar, confirmar el pago, no me manda el sms, aprobación del banco, pantalla del banco, banco me pide confirmar',
  kyc: 'kyc, identidad, verificación, verificación de identidad, pasaporte, dni, ine, cédula, licencia, selfie, documentos, papeles, documento, comprobante de domicilio, origen de fondos, en revisión, foto de mi, identificación, verificar mi identidad, credencial, rostro, cara, licencia, subí mi, subí mis, carnet, comprobante, foto de mi cara, validación',
  support:
    'soporte, atención al cliente, servicio al cliente, agente, asesor, trabaja con ustedes, su equipo, empleado, ayuda, operador, representante, centro de ayuda, mesa de ayuda, ayuda de la wallet',
  contact:
    'llamar, llamo, llamaron, teléfono, número, telegram, whatsapp, correo, mail, email, me escribió, me escribieron, mensaje, contactó, contactaron, instagram, facebook, hablar con, entre a un link, link, teléfono de atención, línea',
  impostor:
    'falso, falsa, impostor, phishing, se hacen pasar, se hace pasar, suplantan, es de verdad, son ustedes, es real, oficial, validar, sincronizar, suspender, cierran la cuenta, dice que trabaja, clon, pirata, trucho, legítimo, quiere que entre a un link, suplantador',
  stake:
    'stake, staking, stakear, unstake, unstaking, retirar stake, desbloquear, delegar, validador, unbonding, recompensas, dejé de hacer staking, delegación, stakeado, le di a retirar, retirar en cosmos, en stake',
  locked:
    'bloqueado, bloqueadas, bloqueada, quede libre, liberar, desbloquear, no puedo tocar, tocarlo, disponible, libre, sin poder, cuándo puedo sacar, sacar mi, cuándo los libera',
  howlong:
    'cuánto tarda, cuánto demora, cuántos días, cuándo, cuánto tiempo, en cuánto, cuántas horas, qué tanto tarda',
  solana: 'solana, sol, spl, phantom, lamports, blockhash, renta',
  bitcoin: 'bitcoin, btc, satoshi, sats, mempool, bitcoins',
  tron: 'tron, trx, trc20, trc 20, energía, ancho de banda, bandwidth, tether por tron, usdt por tron',
  cosmos: 'cosmos, atom, osmosis, osmo',
  expired:
    'expiró, expirada, vencida, venció, vencen, se venció, caducó, se acabó el tiempo, tiempo agotado, antes de entrar, timeout',
  charged:
    'igual me cobraron, me cobraron igual, cobraron comisión, perdí el gas, devuelven el gas, devuelven la comisión, me cobraron el gas, descontó la comisión, pagué comisión, lo que pagué de comisión, aun así pagué, y aun así, devuelven el gas de, rechazó en la cadena, se cobró',
  price: 'precio, precios, valor, cotización, en dólares, en pesos, valores, diez veces',
  crash:
    'se cierra, se cierra sola, pantalla en blanco, pantalla negra, no abre, se congela, se traba, no carga, se queda en blanco, queda en blanco, crashea',
  down: 'caído, caída, se cayó, fuera de servicio, no disponible, no anda para nadie, está caída',
  many: 'muchos usuarios, varios usuarios, todos, mucha gente, muchos tickets, varios tickets, todo el mundo, tickets de, masivo',
  user: 'usuario, usuaria, cliente, ticket, caso',
  node: 'nodo, rpc, atrasado, retrasado, sincronizar, bloque, límite de peticiones, slots, viene atrasado',
  incident: 'incidente, emergencia, sev1, sev2, crisis, interrupción',
  whodecides: 'quién decide, responsable, quién lidera, a cargo, quién se encarga, dueño',
  statement: 'comunicado, página de estado, qué decimos, anunciar, prensa, publicar, periodista, estado público',
  handover: 'cambio de turno, fin de turno, entrega de turno, turno, relevo, siguiente turno',
  escalate: 'escalar, pasar a ingeniería, ingeniería, evidencia, paquete, adjuntar, escalamiento',
  onboard: 'nuevo compañero, nueva persona, nuevo agente, primer día, incorporación, ingreso, alta, empieza el lunes',
  offboard: 'se va, renunció, baja, despedido, último día, sale de la empresa, cerrar cuentas, desvinculación',
  accessright:
    'acceso, permisos, entrar a kibana, entrar a grafana, solicitar acceso, kibana, grafana, datadog, administrador',
  audit: 'auditoría, auditor, revisión de accesos, quién tiene acceso, trimestral',
  lessons: 'post mortem, lecciones, causa raíz, qué salió mal, retrospectiva, aprendimos',
  article: 'artículo, página, base de conocimiento, desactualizado, documentación, desactualizada',
  vendor: 'proveedor, socio, tercero, contactar al proveedor, partner',
  legal:
    'policía, juez, juzgado, abogado, fiscalía, demanda, datos personales, privacidad, orden judicial, borrar mis datos, amenaza, legal',
  social: 'redes sociales, twitter, reddit, publicaciones, reseñas, foro, en x, posts',
  layer: 'qué capa, de quién es la culpa, es nuestro, somos nosotros, tercero',
  reply: 'respuesta, plantilla, macro, mensaje para el usuario, qué responder, texto para, qué le digo, contestar',
  begin: 'por dónde empezar, primer paso, cómo empezar, triage',
  resolved: 'resuelto, solucionado, terminó, ya funciona, arreglado',
  send: 'enviar, envié, mandar, mandé, mande, pasar, pasé, transferir, transferí, mover, envío, envíos, mandado',
  absent:
    'no llega, no llegan, no llegó, no ha llegado, no me llega, no me llegó, nunca llegó, nunca llegaron, todavía no llega, no aparece, no cae, no cayó, no me cayó, no lo tiene, no lo recibió, no me dieron, no entró, no se refleja, sin llegar, no recibí, no he recibido, y nada, dónde está mi, no tengo nada, sigue sin llegar',
  investigate: 'investigando, investigar, revisando, estamos viendo, analizando, trabajando en',
  explain:
    'qué es, qué son, por qué, porque, para qué, significa, quién se queda, quién recibe, explicar, diferencia, ustedes se quedan',
  address: 'dirección, direcciones, destinatario, domicilio de la billetera',
  contract: 'contrato, dirección de contrato, dirección del contrato',
  history: 'historial, movimientos, movimiento, actividad, explorador, etherscan, bscscan, tronscan',
};
