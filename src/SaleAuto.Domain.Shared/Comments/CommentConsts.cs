namespace SaleAuto.Comments;

/// <summary>Bounds of comments.</summary>
public static class CommentConsts
{
    public const int MaxTextLength = 4000;
    public const int MaxTargetTypeLength = 100;

    /// <summary>Most people of one comment: more is a circular, not a talk.</summary>
    public const int MaxMentions = 20;
}
