/** The share of page views that is measured. */
const SHARE = 0.5;

/** Whether this page view may be measured: nobody is who asked not to be followed, by either of the two signals. */
export function isMeasured(browser: Navigator, chance = Math.random()): boolean {
  const asked = browser.doNotTrack === '1' || (browser as { globalPrivacyControl?: boolean }).globalPrivacyControl;
  return !asked && chance < SHARE;
}
