/**
 * What people say, by what they mean: phrases apart by commas, in any inflection. A phrase may belong to
 * several meanings. Not dictionary synonyms, but what stands for the same trouble in a wallet's tickets.
 */
export const en = {
  theft:
    'stolen, stole, steal, theft, thief, robbed, robbery, hacked, hack, hacker, hacking, drained, drainer, emptied, wiped out, cleaned out, swept, sweeper, compromised, unauthorized, unauthorised, somebody took, someone took, without my consent, without my permission, gone without me, it was not me, wasnt me, broke into, breach, exploited, rug pulled, ripped off, funds left, coins left, money left, left my wallet, to an address i dont know, to an unknown address, went to an address, were transferred, were moved, all my coins were, all my coins, somebody moved, moved out, took everything, gone to someone',
  scam: 'scam, scammed, scammer, fraud, fraudster, conned, con, fooled, tricked, duped, deceived, fake investment, ponzi, romance, pig butchering, trading platform, trading site, investment site, cheated, swindle, rug pull, honeypot, shady, suspicious, releasing my profit, release my profit, pay tax to withdraw, wants more money, unlock my funds, fake broker, guru, recovery agent, withdraw my profit',
  undo: 'reverse, undo, cancel, take back, call back, revert it, stop, annul, void, abort, roll back, recall, can i stop it, stop it, take it back, wrong guy, wrong person',
  recover: 'recover, recovery, get back, restore, retrieve, bring back, reclaim, regain, give back',
  refund:
    'refund, refunded, money back, reimburse, reimbursement, chargeback, dispute, give back, changed my mind, return my money, reversal, return my money, returned, pull back, charge back, give me my money, want my money, by accident bought, undo the purchase, wants his money',
  pending:
    'pending, stuck, unconfirmed, not confirmed, processing, waiting, in progress, still, hanging, hangs, frozen, blocked, limbo, taking forever, takes forever, slow, delayed, late, spinning, not going through, floating, for hours, for days, since yesterday, queued, in the mempool, unprocessed, not moving, no confirmations, taking so long, takes so long, 0 confirmations, 0/6, not mined, never mined, hasnt been mined, mined, included, sitting there, last night, overnight, no progress',
  fail: 'fail, failed, failing, failure, error, errors out, does not work, not working, doesnt work, wont work, broken, unsuccessful, reverted, revert, did not go through, wont go through, keeps failing, crashed, problem, issue, bug, cannot complete, rejected on chain, status 0, did not go through, wont complete',
  decline:
    'declined, refused, rejected, denied, not accepted, wont accept, dont accept, turned down, blocked by bank, bounced, not approved, disapproved, says no, wont let me pay, not let me pay, no luck paying, keeps bouncing, not go through, wont go through, not good enough, blocked my card, not authorised, not authorized, does not take, never accepted',
  arrive:
    'arrive, arrived, receive, received, credited, show up, shows up, come in, came in, landed, land, delivered, get, got, reach, come through, deposited, settled, released',
  missing:
    'missing, gone, disappeared, vanished, zero, empty, nothing there, nothing in, not showing, dont see, cant see, cannot see, does not show, doesnt show, not there, not visible, invisible, lost, where is, where are, wheres, where did, shows 0, 0 balance, wiped, not displayed, doesnt appear, does not appear, not in my wallet, cannot find, cant find, blank, doesnt come up, not listed, cannot find it, different wallet, another wallet, wrong wallet, nowhere, not anywhere, nothing in it, nothing left, all gone, everything gone, went missing, isnt there, isnt in, not in the list, not in the search',
  balance: 'balance, funds, money, coins, holdings, portfolio, assets, amount, crypto, savings',
  token: 'token, coin, custom token, altcoin, asset, shitcoin, memecoin, meme coin, pepe, shib, doge, new coin',
  unknown:
    'unknown, strange, weird, stranger, random, did not ask for, do not know, dont know, do not recognise, not mine, never made, did not make, didnt make, out of nowhere, unsolicited, spam, suspicious, unexpected, i never, did not send, didnt send',
  lookalike:
    'look alike, lookalike, looks like mine, looked the same, similar address, almost the same, same first, first and last, last 4, copycat, poisoning, poisoned, dust, dusting, tiny, zero value, 0 value, nearly identical, sending me, keeps sending me, sends me, spamming me, nearly identical, tiny amount, tiny amounts, from my history, last transactions, copied an address, copied from history',
  airdrop: 'airdrop, free tokens, claim reward, giveaway, promo token',
  phrase:
    'secret phrase, seed phrase, recovery phrase, seed, seed words, mnemonic, backup phrase, passphrase, 12 words, twelve words, 24 words, twenty four words, 12 word, my words, secret words, private key, backup, recovery words, srp, key phrase, words, recovery stuff, paper with words, backup sheet, recovery sheet, written words',
  forget:
    'forgot, forgotten, forget, lost, lose, left out, left blank, left empty, dont have, do not have, dont remember, cannot remember, cant remember, missing, misplaced, without, no longer have, never wrote, didnt write, did not write, threw away, deleted, burned, skipped, omitted, didnt put, did not put, not included, threw away, never saved, not saved, ate my, got wet, ruined, burnt, cannot read, never backed up, no backup, how can i see',
  share:
    'shared, gave, typed, entered, told, exposed, leaked, saw, showed, revealed, pasted, sent them, handed over, given away, put my, wrote my, somebody saw, filled in',
  access:
    'log in, login, get into, cannot enter, cant get in, locked out, log back, sign in, access, open my wallet, password, passcode, pin, face id, reset',
  newphone:
    'new phone, new device, changed phone, another phone, old phone, broken phone, lost my phone, deleted the app, uninstalled, reinstalled, reset my phone, new iphone, new android, phone died, factory reset',
  import:
    'import, imported, restore, restored, restoring, importing, put my phrase, put my words, load wallet, re import, reinstalled, restored',
  update: 'update, updated, upgrade, upgraded, new version, latest version, after updating, release',
  fee: 'fee, fees, gas, gas fee, network fee, miner fee, cost, costs, charge, price of sending, gwei, commission, sats, sat vb, dollars to move, dollars to send, to move 20, bucks to send, price to send',
  expensive:
    'high, expensive, too much, costly, ridiculous, crazy, insane, rip off, costs more, so much, too high, pricey, outrageous, dollars to move, dollars to send, bucks to send, more than i send',
  cheap: 'cheap, cheaper, low, lower, less, save, reduce, best time, cheapest',
  insufficient:
    'insufficient, not enough, too little, lack, do not have enough, dont have enough, short of, need more, need eth, need bnb, need matic, says i need, asks for eth, asking for eth, cannot send max, cant send everything, no eth, no bnb, without eth, no gas, cant pay gas, send all, send max, not sufficient, top up, need sol, need matic, needs eth, needs bnb, requires eth, requires bnb, need pol, need avax, asks for bnb, wants eth, transfer it all, send it all, send everything, move everything, send my whole',
  speedup:
    'speed up, faster, accelerate, quicker, bump, boost, hurry, sooner, rush, increase fee, raise the fee, replace by fee, rbf, cpfp, push, push a stuck, higher gas, more gas',
  approval:
    'approval, approve, approved, allowance, permission, permissions, permit, signed, signature, spend my, spending cap, access to my tokens, setapprovalforall, allow, authorization, unlimited, clicked approve, connected my wallet',
  revoke:
    'revoke, remove, take back, withdraw permission, disconnect, take away, cancel permission, undo, stop, delete, get rid of permission, dont trust, cant take any more, no longer spend, stop a site, stop a website, cannot spend, infinite, keep them out, not spend',
  dapp: 'dapp, dapps, site, website, web site, web page, page, opensea, uniswap, pancakeswap, aave, nft site, marketplace, browser, defi, web3, raydium, jupiter, aave, curve, website keeps, site keeps, wrong chain even after, after i switch',
  connect:
    'connect, connected, connecting, connection, pair, pairing, link my wallet, walletconnect, wallet connect, wc, session, reown, disconnects, handshake, drops, dropping, pair again, laptop, link to a site',
  qr: 'qr, qr code, scan, scanned, square code, camera, barcode',
  popup:
    'pops up, popup, pop up, prompt, request, notification, sign request, shows up to sign, nothing pops up, nothing to sign',
  swap: 'swap, swapping, swapped, exchange, trade, trading, trades, convert, converting, change into, swapped, cake, busd, pancake, trade',
  selltoken: 'sell token, wont let me sell, cant sell, cannot sell, unable to sell, stuck with, get rid of',
  slippage:
    'slippage, tolerance, price impact, less than, received less, got less, worth less, only got, worse price, lost in the swap, bad rate, sandwich, front run, minimum received, percent, fewer tokens, fewer, less tokens, than quoted, than shown, than expected, than displayed, less back, worth back, tolerance to set',
  quote: 'quote, route, routes, liquidity, no route, rate, pair, offer, offers, quotes',
  bridge:
    'bridge, bridged, bridging, cross chain, crosschain, other side, other network, other chain, rollup, layer 2, l2, destination chain, arbitrum, optimism, base, zksync, moved to, over to arbitrum, a week, 7 days, challenge period',
  wrong:
    'wrong, mistake, by mistake, incorrect, accidentally, by accident, instead of, different, mistaken, not the right, mixed up, oops, picked',
  network:
    'network, chain, blockchain, erc20, bep20, trc20, bsc, polygon, ethereum, mainnet, layer, network type, base, avalanche',
  exchange:
    'exchange, binance, coinbase, kraken, bybit, okx, kucoin, cex, mexc, bitget, gate, crypto exchange, trading account, deposit address',
  deposit: 'deposit, deposited, depositing, top up, credited',
  memo: 'memo, tag, destination tag, memo id, payment id, message field, comment, note, extra id, number field, reference number, text field, extra number',
  buy: 'buy, bought, buying, purchase, purchased, purchasing, order, on ramp, onramp, get some bitcoin, get crypto, top up with card, paid for, moonpay, transak, ramp, banxa, mercuryo, simplex',
  sell: 'sell, sold, selling, sale, cash out, cashed out, cashing out, off ramp, offramp, payout, pay out, withdraw to bank, turn into dollars, to my bank, into dollars, to fiat, into euros, into cash',
  card: 'card, credit card, debit card, visa, mastercard, amex, debit, apple pay, google pay, prepaid, revolut, chase, monzo, n26, wise, barclays, hsbc, capital one, citi',
  bank: 'bank, issuer, my bank account, bank account, banking app, banking, revolut, chase, monzo, n26, hsbc, barclays, wells fargo, capital one, citi, santander',
  pay: 'paid, pay, payment, charged, money taken, debited, billed, deducted, money left my account, gave you, spent, took my money, withdrawn',
  twice: 'twice, two times, double, duplicate, second time, 2 times, 2x',
  transfer:
    'bank transfer, wire, wired, wire transfer, sepa, ach, swift, pix, spei, transfer from my bank, iban, faster payments, sent from my bank, reference code, reference, ted, matched, less than the order, wrong amount, transfered',
  verify3ds:
    '3d secure, 3ds, 3 d secure, otp, one time code, one time password, sms code, text message, verified by visa, bank code, security code, code from my bank, confirmation code, text me, bank app, bank verification, authenticate, authentication, approve in my bank, securecode, bank approval, approval screen, approved in my bank, approved it in my bank, approve the payment, confirm the payment, confirmation from the bank, code by sms',
  kyc: 'kyc, identity, id check, identification, verification, verify my identity, passport, drivers license, driving licence, selfie, documents, document, id card, photo of my id, proof of address, face scan, liveness, under review, source of funds, national id, residence permit, show my id, picture of my id, utility bill, license, licence, verification vendor, id document, proof of identity, birth certificate, uploaded, photo id, id photo',
  support:
    'support, customer service, helpdesk, help desk, agent, representative, your team, your company, works for you, staff, employee, admin, operator, hotline, wallet helpdesk, desk of support, help center, wallet team',
  contact:
    'call, phone, phone number, telegram, whatsapp, email, e mail, wrote to me, messaged me, contacted me, dm, sms, called me, instagram, discord, facebook, twitter, talk to, text, number to call, reach, hotline, ring, link they sent, got a dm',
  impostor:
    'fake, imposter, impostor, phishing, pretend, pretends, pretending, impersonate, legit, really you, real, official, not us, validate wallet, verify wallet, synchronize, rectify, claims to be, says he works, says they are, suspended, account closed, clone, legit, impersonator, with our logo, pretender',
  stake:
    'stake, staked, staking, unstake, unstaked, unstaking, unbonding, undelegate, delegated, validator, delegation, unbond, rewards, deactivating, cooldown, stopped staking, hit unstake, pressed unstake',
  locked:
    'locked, lock, free again, unlock, cannot touch, cant touch, release, available again, cooldown, when do i get it, withdraw my staked, when can i withdraw',
  howlong:
    'how long, how many days, when will, when do i, how many hours, time until, days until, how much time, when can i',
  solana: 'solana, sol, spl, phantom, lamports, blockhash, rent',
  bitcoin: 'bitcoin, btc, satoshi, sats, mempool',
  tron: 'tron, trx, trc20, trc 20, energy, bandwidth, usdt on tron, tether on tron, usdt on trc20',
  cosmos: 'cosmos, atom, osmosis, osmo, ibc',
  expired:
    'expired, expire, expires, expiring, timed out, time out, timeout, too late, too old, ran out of time, before it lands',
  charged:
    'charged fee, still got charged, still paid, lost the gas, paid gas, kept the fee, took the fee, lost gas, but i paid, fee gone, get the gas back, fee back, gas back, still paid, rejected on chain, gas costs of failed, and i paid, returned gas',
  price:
    'price, prices, value, rate, worth, fiat value, usd value, price feed, quotation, fiat values, off by, factor of ten, ten times, wrong value',
  crash:
    'crash, crashes, crashing, blank screen, closes by itself, black screen, white screen, freezes, frozen, does not open, wont open, not loading, keeps closing, stays blank, stays white, goes white, just white',
  down: 'down, outage, offline, not available, unavailable, not loading, nothing loads, degraded, is it down, everybody, whole system, disruption',
  many: 'many users, several users, lots of people, lots of tickets, everyone, everybody, spike, all users, a lot of people, multiple users, many tickets, mass, wave, 5 tickets',
  user: 'user, customer, client, ticket, end user, cardholder',
  node: 'node, rpc, endpoint, provider node, block height, blocks behind, lagging, behind, head, slots, out of sync, syncing, rate limit, rate limited, 429, blocks behind its peer, full node, old block, stopped at',
  incident: 'incident, outage, sev1, sev 1, sev2, emergency, major problem, on fire, disruption',
  whodecides: 'who takes, who leads, lead, commander, in charge, responsible, who decides, who fixes, who owns, owner',
  statement:
    'status page, public statement, tell users, what to say, what can i say, announce, announcement, tweet, post on, press, journalist, communicate, communication, wording, on twitter, banner, next update, post the next update, what to publish',
  handover:
    'handover, hand over, handoff, hand off, next shift, end of shift, shift ends, start of shift, shift, next person, overlap',
  escalate:
    'escalate, escalation, pass on, hand to engineering, engineers need, engineering, packet, evidence, attach, case file',
  onboard:
    'onboarding, new colleague, new hire, new agent, joins, joins the team, first day, starts on monday, new starter, newcomer',
  offboard:
    'offboarding, leaves, leaving, quit, quits, fired, last day, terminated, resigned, left the company, contractor ends, close accounts, disable account, lost company phone, company phone, cut his accounts, cut access, lost laptop, work phone',
  accessright:
    'access, permission, rights, get into, login to, admin rights, request access, kibana, grafana, datadog, zendesk, okta, account for, whom do i ask, see dashboards, dashboards, get access',
  audit:
    'audit, auditor, review access, who has access, recertification, quarterly, which people can log in, list of users, access list',
  lessons:
    'post mortem, postmortem, post incident, review, lessons, learned, root cause, retrospective, what went wrong, blameless, follow ups, who writes the postmortem, write up',
  article:
    'article, page, knowledge base, kb, documentation, docs, runbook, outdated, out of date, stale, flag, wrong page, obsolete',
  vendor:
    'vendor, provider, partner, third party, supplier, moonpay people, transak people, contact the provider, partner desk, kill switch, account manager',
  legal:
    'police, officer, court, subpoena, lawyer, law enforcement, gdpr, privacy, data request, deletion request, personal data, lawsuit, sanctions, regulator, prosecutor, threat, legal, court order, authorities, law, warrant',
  social: 'reddit, twitter, posts, thread, social media, store review, reviews, app store review, on x, forum, youtube',
  layer:
    'which layer, whose fault, at fault, is it us, third party, us or them, where is the fault, root of the problem, who is to blame',
  reply:
    'reply, macro, template, canned, canned reply, message for users, text to send, answer to the user, what to write, response, text to ask, tell the user, message to user, standard answer',
  begin: 'where to begin, where to start, first step, start here, how to begin, triage',
  resolved: 'resolved, over, fixed, solved, works again, back to normal, recovered',
  send: 'send, sent, transfer, transferred, move, moved, moving, sending, pay out, passed',
  absent:
    'not arrived, not received, hasnt arrived, has not arrived, never arrived, hasnt come, has not come, never came, not come, not credited, never got, hasnt got, has not got, didnt get, did not get, no coins yet, nothing yet, still nothing, never showed up, didnt show up, not delivered, got nothing, no sign of, still hasnt, still waiting, wheres my, where is my, where are my, not appeared, nothing has shown up',
  investigate: 'investigating, investigate, looking into, look into, working on it, checking it, analysing, analyzing',
  explain:
    'what is, what are, why is, why do, why does, meaning, mean, explain, how does, who pockets, who gets, who keeps, difference',
  address: 'address, addresses, recipient, receiving address, wallet address',
  contract: 'contract, contract address, smart contract, token contract, token address',
  history:
    'history, activity, transactions list, list of transactions, explorer, etherscan, bscscan, tronscan, solscan',
} as const satisfies Record<string, string>;

export type Meaning = keyof typeof en;
