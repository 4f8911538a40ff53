/** Every service of the lab. A new one is one file in `services/` and one line here. */
import type { ServiceInfo } from './contract.ts';
import { unknownName } from './lab-error.ts';
import type { ServiceDefinition } from './service.ts';
import accessExport from './services/access-export.ts';
import bitcoinEsplora from './services/bitcoin-esplora.ts';
import bitcoinEsplora2 from './services/bitcoin-esplora-2.ts';
import bscRpc from './services/bsc-rpc.ts';
import bscRpc2 from './services/bsc-rpc-2.ts';
import connectRelay from './services/connect-relay.ts';
import cosmosNode from './services/cosmos-node.ts';
import cosmosNode2 from './services/cosmos-node-2.ts';
import datadog from './services/datadog.ts';
import dns from './services/dns.ts';
import dns2 from './services/dns-2.ts';
import elasticsearch from './services/elasticsearch.ts';
import ethereumRpc from './services/ethereum-rpc.ts';
import ethereumRpc2 from './services/ethereum-rpc-2.ts';
import grafana from './services/grafana.ts';
import helpdesk from './services/helpdesk.ts';
import identity from './services/identity.ts';
import kycStatus from './services/kyc-status.ts';
import linkCdn from './services/link-cdn.ts';
import linkHost from './services/link-host.ts';
import nodeStatus from './services/node-status.ts';
import onrampApi from './services/onramp-api.ts';
import onrampBanxa from './services/onramp-banxa.ts';
import onrampMercuryo from './services/onramp-mercuryo.ts';
import onrampMoonpay from './services/onramp-moonpay.ts';
import onrampRamp from './services/onramp-ramp.ts';
import onrampStatus from './services/onramp-status.ts';
import onrampTransak from './services/onramp-transak.ts';
import priceFeed from './services/price-feed.ts';
import priceFeed2 from './services/price-feed-2.ts';
import prometheus from './services/prometheus.ts';
import reviewsFeed from './services/reviews-feed.ts';
import solanaRpc from './services/solana-rpc.ts';
import solanaRpc2 from './services/solana-rpc-2.ts';
import swapApi from './services/swap-api.ts';
import swapStatus from './services/swap-status.ts';
import tronNode from './services/tron-node.ts';
import tronNode2 from './services/tron-node-2.ts';
import walletApi from './services/wallet-api.ts';

const services: ReadonlyMap<string, ServiceDefinition<unknown>> = new Map(
  [
    accessExport,
    bitcoinEsplora,
    bitcoinEsplora2,
    bscRpc,
    bscRpc2,
    connectRelay,
    cosmosNode,
    cosmosNode2,
    datadog,
    dns,
    dns2,
    elasticsearch,
    ethereumRpc,
    ethereumRpc2,
    grafana,
    helpdesk,
    identity,
    kycStatus,
    linkCdn,
    linkHost,
    nodeStatus,
    onrampApi,
    onrampBanxa,
    onrampMercuryo,
    onrampMoonpay,
    onrampRamp,
    onrampStatus,
    onrampTransak,
    priceFeed,
    priceFeed2,
    prometheus,
    reviewsFeed,
    solanaRpc,
    solanaRpc2,
    swapApi,
    swapStatus,
    tronNode,
    tronNode2,
    walletApi,
  ].map((service) => [service.name, service as ServiceDefinition<unknown>]),
);

/** All services with all their faults. Needs no running lab. */
export function listServices(): ServiceInfo[] {
  return [...services.values()].map(({ name, protocol, faults }) => ({
    name,
    protocol,
    faults: Object.entries(faults).map(([id, { summary }]) => ({ id: `${name}.${id}`, summary })),
  }));
}

/** The definition of a service; throws LabError with the nearest right name. */
export function findService(name: string): ServiceDefinition<unknown> {
  const service = services.get(name);
  if (!service) throw unknownName('service', name, [...services.keys()]);
  return service;
}

/** The named services and what they need, each once; without names, all. */
export function chooseServices(names?: readonly string[]): ServiceDefinition<unknown>[] {
  const chosen = new Map<string, ServiceDefinition<unknown>>();
  const add = (name: string): void => {
    if (chosen.has(name)) return;
    const service = findService(name);
    chosen.set(name, service);
    service.needs?.forEach(add);
  };
  (names ?? [...services.keys()]).forEach(add);
  return [...chosen.values()];
}
