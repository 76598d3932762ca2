import { conversationsContract } from "./conversations.contract.ts";
import { fakeConversations, fakeFeedback } from "./fake-memory.fixture.ts";
import { feedbackStoreContract } from "./feedback-store.contract.ts";

conversationsContract("the fake", fakeConversations);
feedbackStoreContract("the fake", fakeFeedback);
