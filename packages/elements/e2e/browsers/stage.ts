import type { Program } from '@afterglow/contract';
import { testCode } from '@afterglow/testing';
import type { ClinicSite, SitePage } from '../clinic-site.js';
import { personAt, type Person } from './person.js';
import type { Visit } from './tab.js';

/** One way that a patient goes, and what it has to show. */
export type Journey = readonly [title: string, walk: (stage: Stage) => Promise<void>];

/** Where a journey happens: a clinic, and a browser in which nobody was before. */
export interface Stage {
  readonly clinic: ClinicSite;
  /** Another clinic, with another brand. */
  readonly other: ClinicSite;
  /** A page of the site with this in its body, in a tab of its own. */
  opens(body: string, page?: Partial<SitePage>): Promise<Person>;
  /** One more tab, at an address. */
  opensAt(url: string): Promise<Person>;
  /** Puts a page on the site; answers its address. */
  puts(body: string, page?: Partial<SitePage>): string;
  /** A member of the clinic with a number of their own; came once, for so many cents. */
  member(visit?: { readonly amount: number }): Promise<{ readonly phone: string }>;
  /** What pages of these tabs said to the console as errors and warnings. */
  faults(): Promise<readonly string[]>;
}

/**
 * The rules of the clinic: friends' links and booking lead to pages of the site, and since this year
 * began a facial earns double.
 */
export function journeysProgram(usual: Program, site: string): Program {
  const facials: Program['earning'][number] = {
    id: 'facials',
    match: { kinds: ['treatment'], categories: ['facial'] },
    rate: { points: 100, perMinorUnits: 10_000 },
    startsOn: `${new Date().getUTCFullYear()}-01-02`,
  };
  return {
    ...usual,
    site: { url: site, bookingUrl: `${site}/booking`, referralUrl: `${site}/friend` },
    earning: [facials, ...usual.earning],
  };
}

/** Keeps what a page complains of, from its first moment on. */
const noteFaults = `<script>
  var said = [];
  addEventListener('error', function (event) { said.push(event.message); });
  addEventListener('unhandledrejection', function (event) { said.push(String(event.reason)); });
  for (const kind of ['error', 'warn']) console[kind] = function () { said.push([].join.call(arguments, ' ')); };
</script>`;

/** Numbers that belong to nobody in the test kit's stories: 0110 and on. */
let numbers = 10;

/** Sets the stage for one journey. */
export function setStage(clinics: { clinic: ClinicSite; other: ClinicSite }, visit: Visit): Stage {
  const { clinic } = clinics;
  const people: Person[] = [];
  let pages = 0;

  const stage: Stage = {
    ...clinics,
    puts: (body, page = {}) => {
      const path = `/page-${(pages += 1)}`;
      clinic.put(path, { head: noteFaults + clinic.embed(), ...page, body });
      return clinic.site + path;
    },
    opens: (body, page) => stage.opensAt(stage.puts(body, page)),
    opensAt: async (url) => {
      const person = personAt(await visit.newTab());
      people.push(person);
      await person.open(url);
      return person;
    },
    member: async (visit) => {
      const phone = newPhone();
      await clinic.server.signIn(phone, { joining: { firstName: 'Iris' } });
      if (visit) await clinic.server.till.visit(phone, visit);
      return { phone };
    },
    faults: async () => {
      const said = people.map((person) =>
        person.ask(() => (globalThis as unknown as { said?: string[] }).said ?? []),
      );
      return (await Promise.all(said)).flat();
    },
  };
  return stage;
}

/** A number of the sandbox that nobody has. */
export const newPhone = () => `+131255501${(numbers += 1)}`;

/** Answers the two questions of a sign-in by keys alone. */
export async function signsIn(person: Person, phone: string): Promise<void> {
  await person.tabsTo({ role: 'textbox', name: 'Mobile number' });
  await person.types(phone);
  await person.presses('Enter');
  await person.sees({ role: 'textbox', name: 'Code' });
  await person.types(testCode);
}

/** Waits until the balance shows so many points. */
export async function hasPoints(person: Person, points: string): Promise<void> {
  await person.until(
    `to have ${points} points`,
    ({ find }, given) =>
      find({ within: 'points-balance', css: '[part~=amount]' })?.innerText.trim() === given,
    points,
  );
}
