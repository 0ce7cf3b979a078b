const texts = JSON.parse(document.body.dataset.texts);
// British English, as on the site: 24 hours.
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;

/** A text of the page with its gaps filled. */
export const t = (key, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), texts[key] ?? key);

/** What somebody does in the company. */
export const role = name => (name ? t(`Role:${name}`) : t("Stranger"));

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const dayAndMonth = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
const shortDay = new Intl.DateTimeFormat(language, { day: "2-digit", month: "2-digit" });

const dayOf = date => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const daysAgo = date => Math.round((dayOf(new Date()) - dayOf(date)) / 86_400_000);

export const fromUnix = seconds => new Date(seconds * 1000);

export const time = date => clock.format(date);

export const day = date => ({ 0: t("Today"), 1: t("Yesterday") })[daysAgo(date)] ?? dayAndMonth.format(date);

/** Time of today, else the day. */
export const moment = date => (daysAgo(date) === 0 ? clock.format(date) : shortDay.format(date));

export const size = bytes => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} ${t("KB")}` : `${(bytes / 1_048_576).toFixed(1)} ${t("MB")}`);

export const initials = name => name.split(" ").slice(0, 2).map(word => word[0] ?? "").join("").toUpperCase();
