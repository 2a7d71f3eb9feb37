/** What the doctor may say of a page. The guide docs/guides/doctor.md has a line for each. */
export const findingCodes = [
  'page_unreachable',
  'script_missing',
  'script_twice',
  'script_unreachable',
  'script_not_run',
  'stylesheet_missing',
  'key_missing',
  'key_secret',
  'key_unknown',
  'key_sandbox',
  'key_demo',
  'api_unreachable',
  'origin_not_allowed',
  'policy_blocks',
  'layout_shift',
  'low_contrast',
  'color_changed',
  'theme_name',
  'prefix_wrong',
  'tag_unknown',
  'tag_without_prefix',
  'tags_none',
  'element_failed',
  'provider_missing',
  'language_missing',
  'language_unknown',
] as const;

/** One of these. */
export type FindingCode = (typeof findingCodes)[number];

/** One thing that is broken, or that one should know. */
export interface Finding {
  readonly code: FindingCode;
  /** A fault is something that a patient would meet; the rest is worth knowing. */
  readonly isFault: boolean;
  /** What is so, with the value. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

/** What the doctor looks at, in this order, in words for the report. */
export const subjects = {
  page: 'the page answers',
  script: 'the script is there, once',
  key: 'the key is known',
  origin: 'the page’s origin is allowed',
  policy: 'the content policy lets everything in',
  tags: 'every tag exists',
  provider: 'every element has a clinic',
  language: 'the page’s language is spoken',
  color: 'colors can be read',
  browser: 'in a browser it loads, and nothing moves',
} as const;

/** One of these. */
export type Subject = keyof typeof subjects;

/** What was looked at and found. */
export interface Checked {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  /** Why it could not be looked at; undefined: it was. */
  readonly leftOut?: string;
}

/** Something that a patient would meet. */
export const fault = (code: FindingCode, message: string, advice: string): Finding => ({
  code,
  isFault: true,
  message,
  advice,
});

/** Something worth knowing. */
export const note = (code: FindingCode, message: string, advice: string): Finding => ({
  code,
  isFault: false,
  message,
  advice,
});
