import { defineConfig } from 'runlight/config';

// What a new team edits first. Every key has a default; `src/schemas/config.ts` says which.
export default defineConfig({
  brand: 'Example Wallet',
  siteUrl: 'https://help.example.com',
  editUrl: 'https://github.com/example-wallet/runlight/edit/main/',
  locales: {
    en: { label: 'English', lang: 'en' },
    es: { label: 'Español', lang: 'es' },
    'pt-br': { label: 'Português (Brasil)', lang: 'pt-BR' },
  },
  teams: ['support-ops', 'engineering', 'payments', 'security'],
  freshFor: '15 min',
  reviewEvery: '180 days',
  // What help articles link to: their sources, official places to report and to look things up. Subdomains are included.
  allowedDomains: [
    'adyen.com',
    'banxa.com',
    'banxico.org.mx',
    'bcb.gov.br',
    'bscscan.com',
    'checkout.com',
    'cosmos.network',
    'etherscan.io',
    'github.com',
    'ic3.gov',
    'moonpay.com',
    'polkadot.network',
    'revoke.cash',
    'safebrowsing.google.com',
    'support.ledger.com',
    'support.trustwallet.com',
  ],
  // Asked only when a target cannot be reached: when none of them answers either, our own network is gone.
  canaries: [
    'https://www.cloudflare.com/cdn-cgi/trace',
    'http://connectivitycheck.gstatic.com/generate_204',
    'http://detectportal.firefox.com/success.txt',
  ],
  // Official documentation and support only: an article sends people nowhere else.
  allowedDomains: [
    'bitcoincore.org',
    'developer.bitcoin.org',
    'developers.tron.network',
    'docs.arbitrum.io',
    'docs.base.org',
    'docs.li.fi',
    'docs.metamask.io',
    'docs.optimism.io',
    'docs.reown.com',
    'docs.walletconnect.network',
    'eips.ethereum.org',
    'ethereum.org',
    'solana.com',
    'stellar.org',
    'support.ledger.com',
    'support.metamask.io',
    'support.trustwallet.com',
    'support.uniswap.org',
    'xrpl.org',
  ],
});
