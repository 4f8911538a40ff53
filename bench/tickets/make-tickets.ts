import { answered } from './answered.ts';
import { unanswered } from './unanswered.ts';

export type MadeLanguage = 'en' | 'es' | 'pt';

/** A ticket that nobody wrote, and what is true of it. */
export interface MadeTicket {
  number: number;
  /** Days since 1970. */
  day: number;
  subject: string;
  body: string;
  name: string;
  email: string;
  language: MadeLanguage;
  /** The slug of the article that answers it, or what nothing answers. */
  topic: string;
  isAnswered: boolean;
}

export interface MakeOptions {
  count: number;
  seed?: number;
  /** `held-out`: of each three texts, only the one that nothing was fitted to; `fitted`: the other two. */
  texts?: 'all' | 'fitted' | 'held-out';
  /** How many of a hundred no article answers. */
  unansweredShare?: number;
  /** The last day, and how many days before it. */
  until?: number;
  days?: number;
  /** A topic that comes so many times as often on one day. */
  surge?: { topic: string; day: number; count: number };
}

const names = [
  'Maria Fernanda Quispe',
  'João Pedro Albuquerque',
  'Oluwaseun Adeyemi',
  'Kateryna Shevchuk',
  'Diego Ibarrola',
  'Ximena Urrutia',
  'Thiago Vasconcelos',
  'Hannah Lindqvist',
  'Rajesh Thiruvengadam',
  'Beatriz Figueiredo',
];

const openers: Record<MadeLanguage, readonly string[]> = {
  en: [
    'Hi,',
    'Hello team,',
    'Good morning.',
    'Please help!',
    'URGENT',
    'hey',
    '',
    'Hi, I have been using the app for two years.',
  ],
  es: [
    'Hola,',
    'Buenos días.',
    'Buenas tardes,',
    '¡Ayuda por favor!',
    'URGENTE',
    '',
    'Hola, uso la app desde hace dos años.',
  ],
  pt: ['Olá,', 'Bom dia.', 'Boa tarde,', 'Me ajudem por favor!', 'URGENTE', 'oi', '', 'Olá, uso o app faz dois anos.'],
};
const middles: Record<MadeLanguage, readonly string[]> = {
  en: [
    '',
    'I tried to restart the phone and nothing changed.',
    'It started today.',
    'I am on the newest version.',
    'Nobody answers in the chat.',
    'What should I do now?',
    'I am very worried.',
  ],
  es: [
    '',
    'Reinicié el teléfono y sigue igual.',
    'Empezó hoy.',
    'Tengo la última versión.',
    'Nadie responde en el chat.',
    '¿Qué hago ahora?',
    'Estoy muy preocupado.',
  ],
  pt: [
    '',
    'Reiniciei o celular e continua igual.',
    'Começou hoje.',
    'Estou na última versão.',
    'Ninguém responde no chat.',
    'O que faço agora?',
    'Estou muito preocupado.',
  ],
};
const closers: Record<MadeLanguage, readonly ((name: string) => string)[]> = {
  en: [(n) => `Thanks,\n${n}`, (n) => `My name is ${n}.`, () => 'thank you', () => '', (n) => `Regards\n${n}`],
  es: [(n) => `Saludos,\n${n}`, (n) => `Me llamo ${n}.`, () => 'gracias', () => ''],
  pt: [(n) => `Obrigado,\n${n}`, (n) => `Meu nome é ${n}.`, () => 'obrigada', () => ''],
};

/** Tickets as people write them, the same for the same seed: with greetings, names, e-mails, hashes and typing mistakes. */
export function* makeTickets(options: MakeOptions): Generator<MadeTicket> {
  const { count, seed = 1, texts = 'all', unansweredShare = 35, until = 20_780, days = 84, surge } = options;
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const answeredTopics = Object.keys(answered);
  const unansweredTopics = Object.keys(unanswered);
  const surgeFrom = surge ? count - surge.count : count;
  for (let number = 0; number < count; number += 1) {
    const isSurge = surge !== undefined && number >= surgeFrom;
    // Some things are written about far more often than others.
    const isAnswered = isSurge ? surge.topic in answered : roll(100) >= unansweredShare;
    const topics = isAnswered ? answeredTopics : unansweredTopics;
    const topic = isSurge ? surge.topic : (topics[Math.min(roll(topics.length), roll(topics.length))] as string);
    const language = pick(['en', 'en', 'es', 'es', 'pt'] as const);
    const lines = (isAnswered ? answered : unanswered)[topic]?.[language] ?? ['', '', ''];
    const core = mistype(lines[texts === 'held-out' ? 2 : texts === 'fitted' ? roll(2) : roll(3)] ?? '', roll);
    const name = pick(names);
    const email = `${name.toLowerCase().split(' ')[0]?.normalize('NFD').replace(/\p{M}/gu, '')}${roll(9000)}@mail.example`;
    const amount = roll(4) === 0 ? ` ${roll(900) + 10} USDT` : '';
    const detail = [
      '',
      '',
      () => `0x${hex(roll, 64)}`,
      () => email,
      () => `+55 11 9${roll(9000) + 1000}-${roll(9000) + 1000}`,
    ][roll(5)];
    const body = [
      pick(openers[language]),
      core.charAt(0).toUpperCase() + core.slice(1) + (roll(2) === 0 ? '.' : ''),
      pick(middles[language]),
      typeof detail === 'function' ? detail() : amount,
      pick(closers[language])(name),
    ]
      .filter((part) => part !== '')
      .join(roll(4) === 0 ? '\n\n' : '\n');
    const subject = roll(3) === 0 ? pick(['Help', 'Problem', 'Support', '?']) : core.split(' ').slice(0, 7).join(' ');
    yield {
      number: 10_000 + number,
      day: isSurge ? surge.day : until - roll(days),
      subject,
      body,
      name,
      email,
      language,
      topic,
      isAnswered,
    };
  }
}

/** A letter lost or doubled, in one text of five. */
function mistype(text: string, roll: (below: number) => number): string {
  if (roll(5) > 0) return text;
  const at = 3 + roll(Math.max(1, text.length - 4));
  return roll(2) === 0 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + text.charAt(at) + text.slice(at);
}

const hex = (roll: (below: number) => number, count: number): string =>
  Array.from({ length: count }, () => '0123456789abcdef'.charAt(roll(16))).join('');

/** Numbers from 0 to below `below`, the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
