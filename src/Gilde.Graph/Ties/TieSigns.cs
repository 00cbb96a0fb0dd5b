namespace Gilde.Graph;

/// <summary>What besides talk says how close two people are. The order of the two words does not matter.</summary>
/// <param name="Meetings">The meetings that both confirmed.</param>
/// <param name="Introductions">The introductions kept between them.</param>
/// <param name="Word">The private word of one.</param>
/// <param name="OtherWord">The private word of the other.</param>
public readonly record struct TieSigns(
    ConfirmedMeetings Meetings = default, KeptIntroductions Introductions = default, PrivateWord Word = PrivateWord.Unsaid, PrivateWord OtherWord = PrivateWord.Unsaid)
{
    /// <summary>Nothing besides talk.</summary>
    public static readonly TieSigns None;
}
