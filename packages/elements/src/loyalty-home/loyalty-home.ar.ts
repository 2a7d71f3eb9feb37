import type { WordsLike } from '../internal/words.js';
import type { words as english } from './loyalty-home.en.js';

/** What loyalty-home says in Arabic. */
export const words: WordsLike<typeof english> = {
  'home.waiting': 'جارٍ تحميل مزاياك',
  'home.nav': 'مزاياك',
  'home.home': 'الرئيسية',
  'home.offers': 'العروض',
  'home.appointment': 'الموعد',
  'home.status': 'مستواك',
  'home.hello': 'سعداء برؤيتك يا \u2068{name}\u2069',
  'home.hello-unnamed': 'سعداء برؤيتك',
  'home.since': 'معنا منذ {year}',
  'home.visit': 'اختر الوقت الذي يناسبك، وما تكسبه يصلك تلقائيًا بعد الزيارة.',
  'home.invite': 'كل زيارة تعود عليك بشيء',
  'home.invite-why': 'نقاط على زياراتك المعتادة، وعروض لك وحدك.',
};
