/** The name under which the loader keeps the code of a friend's link; one for each publishable key. */
export const referralStorageName = (key: string): string => `afterglow:${key}:referral`;
