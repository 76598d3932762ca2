import { conversationsContract } from "./conversations.contract.ts";
import { fakeConversations, fakeFeedback, fakeSlackInbox } from "./fake-memory.fixture.ts";
import { feedbackStoreContract } from "./feedback-store.contract.ts";
import { slackInboxContract } from "./slack-inbox.contract.ts";

conversationsContract("the fake", fakeConversations);
feedbackStoreContract("the fake", fakeFeedback);
slackInboxContract("the fake", fakeSlackInbox);
