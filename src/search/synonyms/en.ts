/**
 * What people say, by what they mean: phrases apart by commas, in any inflection. A phrase may belong to
 * several meanings. Not dictionary synonyms, but what stands for the same trouble in a wallet's tickets.
 */
export const en = {
  theft:
    'stolen, stole, steal, theft, thief, robbed, robbery, hacked, hack, hacker, hacking, drained, drainer, emptied, wiped out, cleaned out, swept, sweeper, compromised, unauthorized, unauthorised, somebody took, someone took, without my consent, without my permission, gone without me, it was not me, wasnt me, broke into, breach, exploited, rug pulled, ripped off, funds left, coins left, money left, left my wallet',
  scam: 'scam, scammed, scammer, fraud, fraudster, conned, con, fooled, tricked, duped, deceived, fake investment, ponzi, romance, pig butchering, trading platform, trading site, investment site, cheated, swindle, rug pull, honeypot, shady, suspicious',
  undo: 'reverse, undo, cancel, take back, call back, revert it, stop, annul, void, abort, roll back, recall',
  recover: 'recover, recovery, get back, restore, retrieve, bring back, reclaim, regain, give back',
  refund:
    'refund, refunded, money back, reimburse, reimbursement, chargeback, dispute, give back, changed my mind, return my money, reversal',
  pending:
    'pending, stuck, unconfirmed, not confirmed, processing, waiting, in progress, still, hanging, hangs, frozen, blocked, limbo, taking forever, takes forever, slow, delayed, late, spinning, not going through, floating, for hours, for days, since yesterday, queued, in the mempool, unprocessed, not moving, no confirmations, taking so long, takes so long',
  fail: 'fail, failed, failing, failure, error, errors out, does not work, not working, doesnt work, wont work, broken, unsuccessful, reverted, revert, did not go through, wont go through, keeps failing, crashed, problem, issue, bug, cannot complete',
  decline:
    'declined, refused, rejected, denied, not accepted, wont accept, dont accept, turned down, blocked by bank, bounced, not approved, disapproved',
  arrive:
    'arrive, arrived, receive, received, credited, show up, shows up, come in, came in, landed, land, delivered, get, got, reach, come through, deposited, settled, released',
  missing:
    'missing, gone, disappeared, vanished, zero, empty, nothing there, nothing in, not showing, dont see, cant see, cannot see, does not show, doesnt show, not there, not visible, invisible, lost, where is, where are, wheres, where did, shows 0, 0 balance, wiped, not displayed, doesnt appear, does not appear, not in my wallet, cannot find, cant find, blank, doesnt come up, not listed',
  balance: 'balance, funds, money, coins, holdings, portfolio, assets, amount, crypto, savings',
  token: 'token, coin, custom token, altcoin, asset, shitcoin, memecoin, meme coin',
  unknown:
    'unknown, strange, weird, stranger, random, did not ask for, do not know, dont know, do not recognise, not mine, never made, did not make, didnt make, out of nowhere, unsolicited, spam, suspicious, unexpected, i never, did not send, didnt send',
  lookalike:
    'look alike, lookalike, looks like mine, looked the same, similar address, almost the same, same first, first and last, last 4, copycat, poisoning, poisoned, dust, dusting, tiny, zero value, 0 value, nearly identical',
  airdrop: 'airdrop, free tokens, claim reward, giveaway, promo token',
  phrase:
    'secret phrase, seed phrase, recovery phrase, seed, seed words, mnemonic, backup phrase, passphrase, 12 words, twelve words, 24 words, twenty four words, 12 word, my words, secret words, private key, backup, recovery words, srp, key phrase',
  forget:
    'forgot, forgotten, forget, lost, lose, left out, left blank, left empty, dont have, do not have, dont remember, cannot remember, cant remember, missing, misplaced, without, no longer have, never wrote, didnt write, did not write, threw away, deleted, burned, skipped, omitted, didnt put, did not put, not included',
  share:
    'shared, gave, typed, entered, told, exposed, leaked, saw, showed, revealed, pasted, sent them, handed over, given away, put my, wrote my, somebody saw, filled in',
  access:
    'log in, login, get into, cannot enter, cant get in, locked out, log back, sign in, access, open my wallet, password, passcode, pin, face id, reset',
  newphone:
    'new phone, new device, changed phone, another phone, old phone, broken phone, lost my phone, deleted the app, uninstalled, reinstalled, reset my phone, new iphone, new android, phone died, factory reset',
  import:
    'import, imported, restore, restored, restoring, importing, put my phrase, put my words, load wallet, re import',
  update: 'update, updated, upgrade, upgraded, new version, latest version, after updating, release',
  fee: 'fee, fees, gas, gas fee, network fee, miner fee, cost, costs, charge, price of sending, gwei, commission, sats, sat vb',
  expensive:
    'high, expensive, too much, costly, ridiculous, crazy, insane, rip off, costs more, so much, too high, pricey, outrageous',
  cheap: 'cheap, cheaper, low, lower, less, save, reduce, best time, cheapest',
  insufficient:
    'insufficient, not enough, too little, lack, do not have enough, dont have enough, short of, need more, need eth, need bnb, need matic, says i need, asks for eth, asking for eth, cannot send max, cant send everything, no eth, no bnb, without eth, no gas, cant pay gas, send all, send max, not sufficient, top up',
  speedup:
    'speed up, faster, accelerate, quicker, bump, boost, hurry, sooner, rush, increase fee, raise the fee, replace by fee, rbf, cpfp',
  approval:
    'approval, approve, approved, allowance, permission, permissions, permit, signed, signature, spend my, spending cap, access to my tokens, setapprovalforall, allow, authorization, unlimited, clicked approve, connected my wallet',
  revoke:
    'revoke, remove, take back, withdraw permission, disconnect, take away, cancel permission, undo, stop, delete, get rid of permission, dont trust',
  dapp: 'dapp, dapps, site, website, web site, web page, page, opensea, uniswap, pancakeswap, aave, nft site, marketplace, browser, defi, web3',
  connect:
    'connect, connected, connecting, connection, pair, pairing, link my wallet, walletconnect, wallet connect, wc, session, reown, disconnects',
  qr: 'qr, qr code, scan, scanned, square code, camera, barcode',
  popup:
    'pops up, popup, pop up, prompt, request, notification, sign request, shows up to sign, nothing pops up, nothing to sign',
  swap: 'swap, swapping, swapped, exchange, trade, trading, trades, convert, converting, change into, swapped',
  selltoken: 'sell token, wont let me sell, cant sell, cannot sell, unable to sell, stuck with, get rid of',
  slippage:
    'slippage, tolerance, price impact, less than, received less, got less, worth less, only got, worse price, lost in the swap, bad rate, sandwich, front run, minimum received, percent',
  quote: 'quote, route, routes, liquidity, no route, rate, pair',
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
  card: 'card, credit card, debit card, visa, mastercard, amex, debit, apple pay, google pay, prepaid',
  bank: 'bank, issuer, my bank account, bank account, banking app, banking',
  pay: 'paid, pay, payment, charged, money taken, debited, billed, deducted, money left my account, gave you, spent, took my money, withdrawn',
  twice: 'twice, two times, double, duplicate, second time, 2 times, 2x',
  transfer:
    'bank transfer, wire, wired, wire transfer, sepa, ach, swift, pix, spei, transfer from my bank, iban, faster payments, sent from my bank, reference code, reference, ted',
  verify3ds:
    '3d secure, 3ds, 3 d secure, otp, one time code, one time password, sms code, text message, verified by visa, bank code, security code, code from my bank, confirmation code, text me, bank app, bank verification, authenticate, authentication, approve in my bank, securecode',
  kyc: 'kyc, identity, id check, identification, verification, verify my identity, passport, drivers license, driving licence, selfie, documents, document, id card, photo of my id, proof of address, face scan, liveness, under review, source of funds, national id, residence permit, show my id, picture of my id, utility bill',
  support:
    'support, customer service, helpdesk, help desk, agent, representative, your team, your company, works for you, staff, employee, admin, operator',
  contact:
    'call, phone, phone number, telegram, whatsapp, email, e mail, wrote to me, messaged me, contacted me, dm, sms, called me, instagram, discord, facebook, twitter, talk to, text, number to call, reach',
  impostor:
    'fake, imposter, impostor, phishing, pretend, pretends, pretending, impersonate, legit, really you, real, official, not us, validate wallet, verify wallet, synchronize, rectify, claims to be, says he works, says they are, suspended, account closed, clone',
  stake:
    'stake, staked, staking, unstake, unstaked, unstaking, unbonding, undelegate, delegated, validator, delegation, unbond, rewards, deactivating, cooldown, stopped staking',
  locked:
    'locked, lock, free again, unlock, cannot touch, cant touch, release, available again, cooldown, when do i get it',
  howlong:
    'how long, how many days, when will, when do i, how many hours, time until, days until, how much time, when can i',
  solana: 'solana, sol, spl, phantom, lamports, blockhash, rent',
  bitcoin: 'bitcoin, btc, satoshi, sats, mempool',
  tron: 'tron, trx, trc20, trc 20, energy, bandwidth, usdt on tron',
  cosmos: 'cosmos, atom, osmosis, osmo, ibc',
  expired:
    'expired, expire, expires, expiring, timed out, time out, timeout, too late, too old, ran out of time, before it lands',
  charged:
    'charged fee, still got charged, still paid, lost the gas, paid gas, kept the fee, took the fee, lost gas, but i paid, fee gone, get the gas back, fee back, gas back',
  price: 'price, prices, value, rate, worth, fiat value, usd value, price feed, quotation',
  crash:
    'crash, crashes, crashing, closes by itself, blank screen, white screen, black screen, freezes, frozen, does not open, wont open, not loading, keeps closing, stays blank, stays white, goes white, just white',
  down: 'down, outage, offline, not available, unavailable, not loading, nothing loads, degraded, is it down, everybody, whole system, disruption',
  many: 'many users, several users, lots of people, lots of tickets, everyone, everybody, spike, all users, a lot of people, multiple users, many tickets, mass, wave, 5 tickets',
  user: 'user, customer, client, ticket, end user, cardholder',
  node: 'node, rpc, endpoint, provider node, block height, blocks behind, lagging, behind, head, slots, out of sync, syncing, rate limit, rate limited, 429',
  incident: 'incident, outage, sev1, sev 1, sev2, emergency, major problem, on fire, disruption',
  whodecides: 'who takes, who leads, lead, commander, in charge, responsible, who decides, who fixes, who owns, owner',
  statement:
    'status page, public statement, tell users, what to say, what can i say, announce, announcement, tweet, post on, press, journalist, communicate, communication, wording, on twitter',
  handover:
    'handover, hand over, handoff, hand off, next shift, end of shift, shift ends, start of shift, shift, next person, overlap',
  escalate:
    'escalate, escalation, pass on, hand to engineering, engineers need, engineering, packet, evidence, attach, case file',
  onboard:
    'onboarding, new colleague, new hire, new agent, joins, joins the team, first day, starts on monday, new starter, newcomer',
  offboard:
    'offboarding, leaves, leaving, quit, quits, fired, last day, terminated, resigned, left the company, contractor ends, close accounts, disable account',
  accessright:
    'access, permission, rights, get into, login to, admin rights, request access, kibana, grafana, datadog, zendesk, okta, account for',
  audit:
    'audit, auditor, review access, who has access, recertification, quarterly, which people can log in, list of users, access list',
  lessons:
    'post mortem, postmortem, post incident, review, lessons, learned, root cause, retrospective, what went wrong, blameless, follow ups',
  article:
    'article, page, knowledge base, kb, documentation, docs, runbook, outdated, out of date, stale, flag, wrong page, obsolete',
  vendor:
    'vendor, provider, partner, third party, supplier, moonpay people, transak people, contact the provider, partner desk, kill switch, account manager',
  legal:
    'police, officer, court, subpoena, lawyer, law enforcement, gdpr, privacy, data request, deletion request, personal data, lawsuit, sanctions, regulator, prosecutor, threat, legal',
  social: 'reddit, twitter, posts, thread, social media, store review, reviews, app store review, on x, forum, youtube',
  layer:
    'which layer, whose fault, at fault, is it us, third party, us or them, where is the fault, root of the problem, who is to blame',
  reply:
    'reply, macro, template, canned, canned reply, message for users, text to send, answer to the user, what to write, response, text to ask, tell the user, message to user, standard answer',
  begin: 'where to begin, where to start, first step, start here, how to begin, triage',
  resolved: 'resolved, over, fixed, solved, works again, back to normal, recovered',
  explain:
    'what is, what are, why is, why do, why does, meaning, mean, explain, how does, who pockets, who gets, who keeps, difference',
  address: 'address, addresses, recipient, receiving address, wallet address',
  contract: 'contract, contract address, smart contract, token contract, token address',
  history:
    'history, activity, transactions list, list of transactions, explorer, etherscan, bscscan, tronscan, solscan',
} as const satisfies Record<string, string>;

export type Meaning = keyof typeof en;
