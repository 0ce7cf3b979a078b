namespace SaleAuto.Bot;

/// <summary>What a button of the bot does: a screen or conversation by name, the row that it is about, and a word more.</summary>
/// <param name="Name">Such as <c>reassignment.accept</c>; at most 20 characters.</param>
/// <param name="Id">The row.</param>
/// <param name="Argument">A short word: with a row at most 8 bytes, else 30.</param>
public sealed record BotAction(string Name, Guid? Id = null, string? Argument = null);
