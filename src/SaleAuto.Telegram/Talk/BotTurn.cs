using SaleAuto.Telegram;

namespace SaleAuto.Bot;

/// <summary>One update on its way through the bot, and what is answered.</summary>
internal sealed class BotTurn(IncomingUpdate update, BotChat chat, Guid? staffId)
{
    public IncomingUpdate Update => update;

    public BotChat Chat => chat;

    public Guid? StaffId => staffId;

    /// <summary>What is said; null says nothing.</summary>
    public BotReply? Reply { get; private set; }

    /// <summary>Whether the reply is the question of the running conversation, so that only its newest asking is sent.</summary>
    public bool IsQuestion { get; private set; }

    /// <summary>Whether the pressed message keeps its buttons though the answer is a message of its own.</summary>
    public bool KeepsButtons { get; set; }

    public BotTurn Say(BotReply reply, bool isQuestion = false)
    {
        (Reply, IsQuestion) = (reply, isQuestion);
        return this;
    }
}
