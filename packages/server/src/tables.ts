/**
 * The rows that a store keeps. Numbers are safe integers; instants are epoch milliseconds; flags
 * are 0 or 1; `…Json` columns hold JSON text. Rules live in the engine: a row knows none.
 */
export interface Tables {
  /** A clinic, or a sandbox of one. */
  clinics: {
    id: string;
    name: string;
    sandbox: number;
    /** Where a sandbox's clock stands; null: it runs with the wall clock. */
    clockAt: number | null;
    createdAt: number;
    /** One higher with each change of `programs`, so that servers read them again only then. */
    programRevision: number;
  };
  /** Keys by the SHA-256 of their text. Only publishable keys keep their text. */
  keys: {
    hash: string;
    clinicId: string;
    kind: 'publishable' | 'secret' | 'identity';
    /**
     * The key itself for a publishable one; for a secret one its last four characters; the public half,
     * as a JWK, of one that signs identity tokens.
     */
    shown: string;
    createdAt: number;
    revokedAt: number | null;
  };
  /** Versions of a clinic's program. `startsAt`: null for the first, which was always in force. */
  programs: {
    clinicId: string;
    version: number;
    startsAt: number | null;
    programJson: string;
    createdAt: number;
  };
  /**
   * Goings through all accounts of a clinic, one for each version that was published. Never removed,
   * so that no number of a version is given twice.
   */
  sweeps: {
    clinicId: string;
    version: number;
    /** The version was taken back before its start. */
    withdrawn: number;
    /** The last account that was folded; empty at first. */
    cursor: string;
    /** Accounts that were gone through. */
    accounts: number;
    startedAt: number;
    /** Null while accounts are left. */
    doneAt: number | null;
  };
  /** Editions of the engine that judged a clinic's past, and since when; the last one counts. */
  editions: { clinicId: string; edition: number; startsAt: number };
  /** Who somebody is; erased without touching the ledger. */
  members: {
    clinicId: string;
    id: string;
    status: 'known' | 'enrolled' | 'merged' | 'erased';
    /** The record of the same person that this one is part of. */
    mergedInto: string | null;
    firstName: string | null;
    phone: string | null;
    email: string | null;
    birthdayJson: string | null;
    locale: string | null;
    /** What was agreed to at joining; it stays as it was. */
    consentsJson: string | null;
    /** What holds since the first change after joining; null: what was said then. */
    preferencesJson: string | null;
    referralCode: string | null;
    /** Local day since which the person is a member. */
    since: string;
    /** Local day since which a patient list says that the person is a patient; null: none says so. */
    patientSince: string | null;
    enrolledAt: number | null;
    /** When the person is erased, by the clinic's clock, if this record asked; null: it did not. */
    erasesAt: number | null;
    createdAt: number;
  };
  /**
   * Each yes and no of a member since joining, in its order. Rows are added, never changed; they leave
   * with the erasure of the person.
   */
  consents: {
    clinicId: string;
    memberId: string;
    /** 1 for the first of the member. */
    seq: number;
    /** Clinic's clock. */
    at: number;
    purpose: 'reminders' | 'marketing' | 'firstName';
    /** Null for the first name. */
    channel: 'sms' | 'email' | null;
    given: number;
    /** What was agreed to, as it stood on the page; null for a no. */
    words: string | null;
    /** The phone or e-mail address that it holds for; null for the first name. */
    recipient: string | null;
    /** The page's; null when no page asked. */
    origin: string | null;
    /** The network address that a yes to marketing came from; null for the rest. */
    address: string | null;
  };
  /** By which ids other systems know a member: each stands for one member of the clinic. */
  aliases: { clinicId: string; source: string; externalId: string; memberId: string };
  /** Ids in other systems of people who were erased, as keyed hashes: enough to know a resend. */
  erasedAliases: { clinicId: string; hash: string };
  /** The key of a clinic's `erasedAliases`, made with its first erasure. */
  erasureKeys: { clinicId: string; secret: string };
  /** Referral and invite codes. `ownerId`: the account that is credited; null: an invite. */
  codes: {
    clinicId: string;
    code: string;
    kind: 'member' | 'staff' | 'influencer' | 'partner' | 'practice';
    label: string;
    ownerId: string | null;
    createdAt: number;
  };
  /**
   * What is known for ever of each applied event: enough to answer a repetition. A visit that only its
   * refunds and voids speak of has revision 0 and is of the member with whom they wait.
   */
  events: {
    clinicId: string;
    source: string;
    externalId: string;
    id: string;
    memberId: string;
    revision: number;
    bodyHash: string;
    answerJson: string;
    recordedAt: number;
  };
  /** Facts and decisions of an account, without identity. Insert only. */
  history: {
    clinicId: string;
    accountId: string;
    source: string;
    externalId: string;
    revision: number;
    id: string;
    type: string;
    at: number;
    recordedAt: number;
    dataJson: string;
  };
  /** The journal. Insert only; each row carries the hash of the one before it. */
  entries: {
    clinicId: string;
    accountId: string;
    seq: number;
    id: string;
    at: number;
    postedAt: number;
    asset: string;
    amount: number;
    balanceAfter: number;
    causeKind: string;
    causeId: string | null;
    key: string;
    becauseJson: string;
    hash: string;
  };
  /** The cached fold of an account, and where its journal ends. */
  accounts: {
    clinicId: string;
    accountId: string;
    edition: number;
    programVersion: number;
    /** The engine's `Account`, or `null` before the first fold. */
    stateJson: string;
    /** History grew without a fold. */
    stale: number;
    /** Nothing falls due by itself before it, by the clinic's clock; null: nothing will. */
    nextDue: number | null;
    /** Number and hash of the last entry. */
    entrySeq: number;
    entryHash: string;
    /** When the last write counts as taken: what was due by then is settled; 0 before the first. */
    updatedAt: number;
    /** Since when nothing changes any more, since the person was erased; null: it lives. */
    frozenAt: number | null;
  };
  /** What a member is to be told, each key once; sending is another matter. */
  notices: {
    clinicId: string;
    accountId: string;
    key: string;
    kind: string;
    dueAt: number;
    usefulUntil: number;
    argsJson: string;
    queuedAt: number;
  };
  /** Referrals that staff look at: friends who are like the owner of the code. */
  reviews: {
    clinicId: string;
    /** `ref_…` */
    referralId: string;
    ownerId: string;
    friendId: string;
    status: 'held' | 'approved' | 'rejected';
    /** Clinic's clock. */
    heldAt: number;
    /** What staff gave as the reason of their decision. */
    reason: string | null;
    decidedAt: number | null;
  };
  /**
   * Codes of friends' links that phones keep until somebody joins or comes: the clinic's clock says
   * from when and until when, the wall clock when the end has come.
   */
  keptCodes: {
    clinicId: string;
    phone: string;
    keptAt: number;
    code: string;
    keptUntil: number;
    expiresAt: number;
  };
  /**
   * Who paid with which card, once each. What a till gives for a card is hashed together with the
   * clinic's id, and kept nowhere else. A row stays with the record to which the visit was told, and
   * leaves with the erasure of the person.
   */
  cards: { clinicId: string; hash: string; memberId: string };
  /** Which account a voucher's code belongs to. */
  vouchers: { clinicId: string; code: string; id: string; memberId: string; createdAt: number };
  /** Quotes by their id, until some time after they have ended. */
  checkouts: {
    clinicId: string;
    id: string;
    memberId: string;
    /** By the clinic's clock. */
    endsAt: number;
    /** By the wall clock: when the row is taken away. */
    expiresAt: number;
  };
  /** One-time codes that were sent, as salted hashes. */
  challenges: {
    clinicId: string;
    id: string;
    phone: string;
    salt: string;
    codeHash: string;
    /** Wrong codes so far. */
    attempts: number;
    usedAt: number | null;
    expiresAt: number;
    createdAt: number;
  };
  /** Signed-in patients: hashes of their tokens, and the key that a refresh is signed by. */
  sessions: {
    clinicId: string;
    id: string;
    memberId: string;
    accessHash: string;
    accessExpiresAt: number;
    refreshHash: string | null;
    publicKeyJson: string | null;
    remember: 'visit' | 'device' | 'never';
    expiresAt: number;
    revokedAt: number | null;
    createdAt: number;
  };
  /** Signatures seen, so that none works twice. */
  nonces: { clinicId: string; nonce: string; sessionId: string; expiresAt: number };
  /** First answers by the keys of their requests; written together with the work of each. */
  idempotency: {
    clinicId: string;
    key: string;
    bodyHash: string;
    status: number;
    answerJson: string;
    expiresAt: number;
  };
  /** Messages written in the transaction of their cause. */
  outbox: {
    clinicId: string;
    id: string;
    channel: 'sms' | 'email';
    recipient: string;
    text: string;
    at: number;
    sentAt: number | null;
    /** Until when the secret in `text` is good; null: there is none, or not any more. */
    expiresAt: number | null;
  };
}

/** The name of a table. */
export type TableName = keyof Tables;

type Shape = {
  readonly [Name in TableName]: {
    readonly columns: Readonly<Record<keyof Tables[Name], ColumnType>>;
    /** Columns of the primary key, the clinic first wherever there is one. */
    readonly key: readonly (keyof Tables[Name])[];
    readonly indexes: Readonly<
      Record<string, { readonly columns: readonly (keyof Tables[Name])[]; readonly unique?: true }>
    >;
    /** Rows can be added, never changed or deleted: held by triggers or roles too. */
    readonly insertOnly?: true;
  };
};

/** How a column is stored; `?` may be null. */
export type ColumnType = 'text' | 'text?' | 'int' | 'int?';

/** The tables as data: stores and migrations are made from this. */
export const tables = {
  clinics: {
    columns: {
      id: 'text',
      name: 'text',
      sandbox: 'int',
      clockAt: 'int?',
      createdAt: 'int',
      programRevision: 'int',
    },
    key: ['id'],
    indexes: {},
  },
  keys: {
    columns: {
      hash: 'text',
      clinicId: 'text',
      kind: 'text',
      shown: 'text',
      createdAt: 'int',
      revokedAt: 'int?',
    },
    key: ['hash'],
    indexes: { byClinic: { columns: ['clinicId', 'createdAt'] } },
  },
  programs: {
    columns: {
      clinicId: 'text',
      version: 'int',
      startsAt: 'int?',
      programJson: 'text',
      createdAt: 'int',
    },
    key: ['clinicId', 'version'],
    indexes: {},
  },
  sweeps: {
    columns: {
      clinicId: 'text',
      version: 'int',
      withdrawn: 'int',
      cursor: 'text',
      accounts: 'int',
      startedAt: 'int',
      doneAt: 'int?',
    },
    key: ['clinicId', 'version'],
    indexes: {},
  },
  editions: {
    columns: { clinicId: 'text', edition: 'int', startsAt: 'int' },
    key: ['clinicId', 'edition'],
    indexes: {},
  },
  members: {
    columns: {
      clinicId: 'text',
      id: 'text',
      status: 'text',
      mergedInto: 'text?',
      firstName: 'text?',
      phone: 'text?',
      email: 'text?',
      birthdayJson: 'text?',
      locale: 'text?',
      consentsJson: 'text?',
      preferencesJson: 'text?',
      referralCode: 'text?',
      since: 'text',
      patientSince: 'text?',
      enrolledAt: 'int?',
      erasesAt: 'int?',
      createdAt: 'int',
    },
    key: ['clinicId', 'id'],
    indexes: {
      byPhone: { columns: ['clinicId', 'phone'] },
      byEmail: { columns: ['clinicId', 'email'] },
      byErasure: { columns: ['clinicId', 'erasesAt'] },
    },
  },
  consents: {
    columns: {
      clinicId: 'text',
      memberId: 'text',
      seq: 'int',
      at: 'int',
      purpose: 'text',
      channel: 'text?',
      given: 'int',
      words: 'text?',
      recipient: 'text?',
      origin: 'text?',
      address: 'text?',
    },
    key: ['clinicId', 'memberId', 'seq'],
    indexes: {},
  },
  aliases: {
    columns: { clinicId: 'text', source: 'text', externalId: 'text', memberId: 'text' },
    key: ['clinicId', 'source', 'externalId'],
    indexes: { byMember: { columns: ['clinicId', 'memberId'] } },
  },
  erasedAliases: {
    columns: { clinicId: 'text', hash: 'text' },
    key: ['clinicId', 'hash'],
    indexes: {},
  },
  erasureKeys: {
    columns: { clinicId: 'text', secret: 'text' },
    key: ['clinicId'],
    indexes: {},
  },
  codes: {
    columns: {
      clinicId: 'text',
      code: 'text',
      kind: 'text',
      label: 'text',
      ownerId: 'text?',
      createdAt: 'int',
    },
    key: ['clinicId', 'code'],
    indexes: { byKind: { columns: ['clinicId', 'kind', 'code'] } },
  },
  events: {
    columns: {
      clinicId: 'text',
      source: 'text',
      externalId: 'text',
      id: 'text',
      memberId: 'text',
      revision: 'int',
      bodyHash: 'text',
      answerJson: 'text',
      recordedAt: 'int',
    },
    key: ['clinicId', 'source', 'externalId'],
    indexes: {},
  },
  history: {
    columns: {
      clinicId: 'text',
      accountId: 'text',
      source: 'text',
      externalId: 'text',
      revision: 'int',
      id: 'text',
      type: 'text',
      at: 'int',
      recordedAt: 'int',
      dataJson: 'text',
    },
    key: ['clinicId', 'accountId', 'source', 'externalId', 'revision'],
    indexes: {},
    insertOnly: true,
  },
  entries: {
    columns: {
      clinicId: 'text',
      accountId: 'text',
      seq: 'int',
      id: 'text',
      at: 'int',
      postedAt: 'int',
      asset: 'text',
      amount: 'int',
      balanceAfter: 'int',
      causeKind: 'text',
      causeId: 'text?',
      key: 'text',
      becauseJson: 'text',
      hash: 'text',
    },
    key: ['clinicId', 'accountId', 'seq'],
    indexes: {},
    insertOnly: true,
  },
  accounts: {
    columns: {
      clinicId: 'text',
      accountId: 'text',
      edition: 'int',
      programVersion: 'int',
      stateJson: 'text',
      stale: 'int',
      nextDue: 'int?',
      entrySeq: 'int',
      entryHash: 'text',
      updatedAt: 'int',
      frozenAt: 'int?',
    },
    key: ['clinicId', 'accountId'],
    indexes: { byDue: { columns: ['clinicId', 'nextDue'] } },
  },
  notices: {
    columns: {
      clinicId: 'text',
      accountId: 'text',
      key: 'text',
      kind: 'text',
      dueAt: 'int',
      usefulUntil: 'int',
      argsJson: 'text',
      queuedAt: 'int',
    },
    key: ['clinicId', 'accountId', 'key'],
    indexes: { byTime: { columns: ['clinicId', 'dueAt'] } },
  },
  reviews: {
    columns: {
      clinicId: 'text',
      referralId: 'text',
      ownerId: 'text',
      friendId: 'text',
      status: 'text',
      heldAt: 'int',
      reason: 'text?',
      decidedAt: 'int?',
    },
    key: ['clinicId', 'referralId'],
    indexes: { byStatus: { columns: ['clinicId', 'status', 'referralId'] } },
  },
  keptCodes: {
    columns: {
      clinicId: 'text',
      phone: 'text',
      keptAt: 'int',
      code: 'text',
      keptUntil: 'int',
      expiresAt: 'int',
    },
    key: ['clinicId', 'phone', 'keptAt'],
    indexes: {
      byExpiry: { columns: ['clinicId', 'expiresAt'] },
      byCode: { columns: ['clinicId', 'code', 'keptAt'] },
    },
  },
  cards: {
    columns: { clinicId: 'text', hash: 'text', memberId: 'text' },
    key: ['clinicId', 'hash', 'memberId'],
    indexes: { byMember: { columns: ['clinicId', 'memberId'] } },
  },
  vouchers: {
    columns: {
      clinicId: 'text',
      code: 'text',
      id: 'text',
      memberId: 'text',
      createdAt: 'int',
    },
    key: ['clinicId', 'code'],
    indexes: { byMember: { columns: ['clinicId', 'memberId'] } },
  },
  checkouts: {
    columns: {
      clinicId: 'text',
      id: 'text',
      memberId: 'text',
      endsAt: 'int',
      expiresAt: 'int',
    },
    key: ['clinicId', 'id'],
    indexes: { byExpiry: { columns: ['clinicId', 'expiresAt'] } },
  },
  challenges: {
    columns: {
      clinicId: 'text',
      id: 'text',
      phone: 'text',
      salt: 'text',
      codeHash: 'text',
      attempts: 'int',
      usedAt: 'int?',
      expiresAt: 'int',
      createdAt: 'int',
    },
    key: ['clinicId', 'id'],
    indexes: {
      byPhone: { columns: ['clinicId', 'phone', 'createdAt'] },
      byExpiry: { columns: ['clinicId', 'expiresAt'] },
    },
  },
  sessions: {
    columns: {
      clinicId: 'text',
      id: 'text',
      memberId: 'text',
      accessHash: 'text',
      accessExpiresAt: 'int',
      refreshHash: 'text?',
      publicKeyJson: 'text?',
      remember: 'text',
      expiresAt: 'int',
      revokedAt: 'int?',
      createdAt: 'int',
    },
    key: ['clinicId', 'id'],
    indexes: {
      byMember: { columns: ['clinicId', 'memberId'] },
      byExpiry: { columns: ['clinicId', 'expiresAt'] },
    },
  },
  nonces: {
    columns: { clinicId: 'text', nonce: 'text', sessionId: 'text', expiresAt: 'int' },
    key: ['clinicId', 'nonce'],
    indexes: { byExpiry: { columns: ['clinicId', 'expiresAt'] } },
  },
  idempotency: {
    columns: {
      clinicId: 'text',
      key: 'text',
      bodyHash: 'text',
      status: 'int',
      answerJson: 'text',
      expiresAt: 'int',
    },
    key: ['clinicId', 'key'],
    indexes: { byExpiry: { columns: ['clinicId', 'expiresAt'] } },
  },
  outbox: {
    columns: {
      clinicId: 'text',
      id: 'text',
      channel: 'text',
      recipient: 'text',
      text: 'text',
      at: 'int',
      sentAt: 'int?',
      expiresAt: 'int?',
    },
    key: ['clinicId', 'id'],
    indexes: {
      byTime: { columns: ['clinicId', 'at'] },
      byExpiry: { columns: ['clinicId', 'expiresAt'] },
      byRecipient: { columns: ['clinicId', 'recipient'] },
    },
  },
} as const satisfies Shape;

/** The primary key of a table, as an object. */
export type KeyOf<Name extends TableName> = Pick<
  Tables[Name],
  (typeof tables)[Name]['key'][number] & keyof Tables[Name]
>;

/** The names of a table's indexes; `key` is the primary key. */
export type IndexOf<Name extends TableName> =
  'key' | (keyof (typeof tables)[Name]['indexes'] & string);
