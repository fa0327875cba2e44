import nock from "nock";

// A test that reaches for the internet is wrong, even where the internet would answer.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
