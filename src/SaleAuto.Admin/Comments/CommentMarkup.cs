using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using SaleAuto.Comments;

namespace SaleAuto.Admin.Comments;

/// <summary>The text of a comment with its web addresses as links and its mentions as names. Everything else stays plain text.</summary>
internal static partial class CommentMarkup
{
    public static RenderFragment Of(CommentDto comment) => builder =>
    {
        var done = 0;
        foreach (Match match in Marks().Matches(comment.Text))
        {
            var text = match.Value.TrimEnd('.', ',', '!', '?', ')', '-');
            var isMention = text.StartsWith('@');
            if (isMention && !comment.Mentions.ContainsKey(text[1..]))
            {
                continue;
            }
            builder.AddContent(0, comment.Text[done..match.Index]);
            builder.OpenElement(1, isMention ? "span" : "a");
            if (isMention)
            {
                builder.AddAttribute(2, "class", "mention");
                builder.AddContent(3, $"@{comment.Mentions[text[1..]]}");
            }
            else
            {
                builder.AddAttribute(4, "href", text);
                builder.AddAttribute(5, "rel", "noopener noreferrer nofollow");
                builder.AddAttribute(6, "target", "_blank");
                builder.AddContent(7, text);
            }
            builder.CloseElement();
            done = match.Index + text.Length;
        }
        builder.AddContent(8, comment.Text[done..]);
    };

    [GeneratedRegex(@"https?://[^\s<>""]+|(?<![\w.@/-])@\w[\w.\-]{0,63}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Marks();
}
