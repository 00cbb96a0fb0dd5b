namespace Gilde.Graph;

/// <summary>What one of two people says of how well they know the other. Private to the one who says it.</summary>
public enum PrivateWord
{
    /// <summary>Nothing was said.</summary>
    Unsaid,

    /// <summary>"I hardly know them."</summary>
    Hardly,

    /// <summary>"I know them well."</summary>
    Well,

    /// <summary>"I would call them at night."</summary>
    AtNight,
}
