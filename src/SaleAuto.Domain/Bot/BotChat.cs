using SaleAuto.Auditing;
using SaleAuto.Entities;

namespace SaleAuto.Bot;

/// <summary>Where the talk in one chat stands.</summary>
public class BotChat : Entity<long>, IHasVersion
{
    /// <summary>Longest name of a conversation, a step or a screen.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest list of steps that Back walks through.</summary>
    public const int MaxPathLength = 4000;

    private const int MostWrongCodes = 10;

    private static readonly TimeSpan WrongCodesWindow = TimeSpan.FromHours(1);

    private BotChat()
    {
    } // EF Core

    /// <summary>A chat that the bot hears of for the first time.</summary>
    public BotChat(long id)
        : base(id)
    {
    }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Who talked last; somebody else begins anew.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>The running conversation.</summary>
    public string? Conversation { get; private set; }

    /// <summary>Its version when it began.</summary>
    public int ConversationVersion { get; private set; }

    /// <summary>The step that was asked.</summary>
    public string? Step { get; private set; }

    /// <summary>Steps before it, newest last, parted by commas.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Answers so far, JSON.</summary>
    [Secret]
    public string? Draft { get; private set; }

    /// <summary>Until when an answer is waited for, UTC.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Number of the question; buttons of earlier ones are outdated.</summary>
    public int Question { get; private set; }

    /// <summary>Name of the last screen, for "what now".</summary>
    public string? ScreenName { get; private set; }

    /// <summary>Its row.</summary>
    public Guid? ScreenId { get; private set; }

    /// <summary>Its word.</summary>
    public string? ScreenArgument { get; private set; }

    /// <summary>The message of the question at the bottom of the chat; written by the sender.</summary>
    public long? MessageId { get; private set; }

    /// <summary>The person's last message.</summary>
    public long LastIncomingId { get; private set; }

    /// <summary>When Telegram said that the person blocked the bot, UTC.</summary>
    public DateTime? BlockedAt { get; private set; }

    /// <summary>Wrong codes within the window.</summary>
    public int WrongCodes { get; private set; }

    /// <summary>When the window began, UTC.</summary>
    public DateTime? WrongCodesSince { get; private set; }

    /// <summary>Whether so many wrong codes came that no further one is looked at for a while.</summary>
    public bool IsGuessing(DateTime now) => WrongCodes >= MostWrongCodes && now < WrongCodesSince + WrongCodesWindow;

    /// <summary>Counts a wrong code.</summary>
    public void CountWrongCode(DateTime now)
    {
        if (WrongCodesSince is null || now >= WrongCodesSince + WrongCodesWindow)
        {
            (WrongCodesSince, WrongCodes) = (now, 0);
        }
        WrongCodes++;
    }

    /// <summary>Something came: the person is there, and it is this one.</summary>
    public void Hear(Guid? staffId, long? messageId)
    {
        BlockedAt = null;
        LastIncomingId = Math.Max(LastIncomingId, messageId ?? 0);
        if (StaffId != staffId)
        {
            StaffId = staffId;
            EndConversation();
            ForgetScreen();
        }
    }

    /// <summary>A conversation begins.</summary>
    public void Begin(string conversation, int version)
    {
        (Conversation, ConversationVersion, Path, Step) = (conversation, version, "", null);
    }

    /// <summary>A step is asked.</summary>
    public void Ask(string step, string path, string draft, DateTime expiresAt)
    {
        if (Step != step || Path != path)
        {
            Question++;
        }
        (Step, Path, Draft, ExpiresAt) = (step, path, draft, expiresAt);
    }

    /// <summary>The conversation is over; its buttons are outdated.</summary>
    public void EndConversation()
    {
        if (Conversation is null)
        {
            return;
        }
        Question++;
        (Conversation, Step, Path, Draft, ExpiresAt) = (null, null, "", null, null);
    }

    /// <summary>A screen was shown.</summary>
    public void Show(BotAction screen) => (ScreenName, ScreenId, ScreenArgument) = (screen.Name, screen.Id, screen.Argument);

    /// <summary>No screen stands any more.</summary>
    public void ForgetScreen() => (ScreenName, ScreenId, ScreenArgument) = (null, null, null);
}
