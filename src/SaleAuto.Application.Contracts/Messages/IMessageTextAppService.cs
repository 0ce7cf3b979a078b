using SaleAuto.Errors;
using SaleAuto.Settings;

namespace SaleAuto.Messages;

/// <summary>
/// Texts that the product sends, and their wording by the owner.
/// Reading needs <see cref="SaleAutoPermissions.Settings.Default"/>, changing <see cref="SaleAutoPermissions.Settings.Change"/>.
/// </summary>
public interface IMessageTextAppService
{
    /// <summary>All texts, in the order of the screen.</summary>
    Task<IReadOnlyList<MessageTextLineDto>> GetListAsync(CancellationToken cancellationToken);

    /// <summary>One text with its placeholders.</summary>
    /// <exception cref="EntityNotFoundException">There is no such text.</exception>
    Task<MessageTextDto> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>How the words of a language would look with sample values, and what is wrong with them. Nothing is written.</summary>
    Task<MessagePreviewDto> PreviewAsync(string name, string language, string words, CancellationToken cancellationToken);

    /// <summary>Writes new words; they are sent from the next message on.</summary>
    /// <param name="name">Name of the text.</param>
    /// <param name="words">Words by language; a language that is not among them stays, the delivered words mean that the language is not edited.</param>
    /// <param name="expectedVersion">The version that the person saw; null for the delivered text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InputValidationException">A placeholder is unknown or missing, a brace has no pair, a text is empty or too long.</exception>
    /// <exception cref="BusinessException">Somebody else changed the text meanwhile.</exception>
    Task ChangeAsync(string name, IReadOnlyDictionary<string, string> words, Guid? expectedVersion, CancellationToken cancellationToken);

    /// <summary>The last changes of a text, the newest first.</summary>
    Task<IReadOnlyList<SettingVersionDto>> GetHistoryAsync(string name, CancellationToken cancellationToken);
}

/// <summary>A text in the list.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Words">The words in force, in the asker's language.</param>
/// <param name="IsEdited">Whether somebody changed it.</param>
public sealed record MessageTextLineDto(string Name, string Title, MessageTextKind Kind, MessageAudience Audience, string Words, bool IsEdited);

/// <summary>A text with all that is needed to word it.</summary>
/// <param name="Line">What the list shows of it.</param>
/// <param name="Version">The version in force; null while the delivered words are.</param>
/// <param name="CanChange">Whether the asker may change it.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="Tail">What the program puts after it.</param>
/// <param name="Placeholders">What it may name.</param>
/// <param name="Languages">Its words in every language.</param>
public sealed record MessageTextDto(
    MessageTextLineDto Line,
    Guid? Version,
    bool CanChange,
    int MaxLength,
    string Tail,
    IReadOnlyList<MessagePlaceholderDto> Placeholders,
    IReadOnlyList<MessageWordsDto> Languages);

/// <summary>What a text may name.</summary>
/// <param name="Name">As it stands in braces.</param>
/// <param name="Description">What it is.</param>
/// <param name="Sample">A value of it.</param>
/// <param name="IsObligatory">Whether the text makes no sense without it.</param>
public sealed record MessagePlaceholderDto(string Name, string Description, string Sample, bool IsObligatory);

/// <summary>The words of one language.</summary>
public sealed record MessageWordsDto(string Language, string Words, string Delivered);

/// <summary>A text as its reader would see it.</summary>
/// <param name="Kind">What it becomes.</param>
/// <param name="Text">With sample values.</param>
/// <param name="Faults">Why it cannot be sent so.</param>
/// <param name="Sms">How long it is as an SMS; null for what is no SMS.</param>
public sealed record MessagePreviewDto(MessageTextKind Kind, string Text, IReadOnlyList<InputError> Faults, SmsLengthDto? Sms);

/// <summary>Length of an SMS.</summary>
/// <param name="Characters">Characters as the network counts them.</param>
/// <param name="Segments">Parts that are paid for.</param>
/// <param name="IsUnicode">Whether it needs wide characters: 70 in a part instead of 160.</param>
/// <param name="Left">Characters that still fit into the last part.</param>
public sealed record SmsLengthDto(int Characters, int Segments, bool IsUnicode, int Left);
