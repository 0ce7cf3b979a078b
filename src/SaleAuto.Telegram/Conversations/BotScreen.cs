namespace SaleAuto.Bot;

/// <summary>Something to look at, or a single act with what came of it: the menu, my deals, a deal; "accept". Made anew for every request.</summary>
public abstract class BotScreen
{
    /// <summary>Names that buttons call it by, such as <c>deal.open</c>; at most 20 characters each.</summary>
    public abstract IReadOnlyList<string> Actions { get; }

    /// <summary>Command that opens it, such as <c>/deals</c>.</summary>
    public virtual string? Command => null;

    /// <summary>Who may open it.</summary>
    public virtual string? Permission => null;

    /// <summary>Action that shows the same row as it stands now: told to whoever's act was refused because things have moved on.</summary>
    public virtual string? ShowsInstead => null;

    /// <summary>What is shown. A service's refusal is told to the person in the words of its code.</summary>
    public abstract Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken);
}

/// <summary>Lines of the menu; every part of the bot adds its own. Registered with <see cref="BotServices.AddBotMenu{T}"/>.</summary>
public interface IBotMenu
{
    /// <summary>Place among the other parts, smaller is higher.</summary>
    int Order { get; }

    /// <summary>The rows of buttons for that person; none when there is nothing for them.</summary>
    IEnumerable<IReadOnlyList<BotButton>> GetRows(BotRequest request);
}
