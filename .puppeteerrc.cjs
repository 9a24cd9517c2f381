// The browser comes from npm (@sparticuz/chromium): puppeteer's own download is never needed.
module.exports = { skipDownload: true };
