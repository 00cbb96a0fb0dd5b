namespace Gilde.Web.Search;

/// <summary>How many slips of the finger lie between what was typed and a word: a letter wrong, missing, too many, or two swapped (Damerau and Levenshtein).</summary>
public static class EditDistance
{
    /// <summary>How many slips are forgiven for a word of this length.</summary>
    public static int Allowed(int length) => length switch { < 4 => 0, < 7 => 1, _ => 2 };

    /// <summary>The slips between the typed and the beginning of the word that is nearest to it, or <paramref name="most"/> + 1 if there are more.</summary>
    public static int ToBeginning(string typed, string word, int most)
    {
        var columns = Math.Min(word.Length, typed.Length + most);
        Span<int> before = stackalloc int[columns + 1], last = stackalloc int[columns + 1], row = stackalloc int[columns + 1];
        for (var j = 0; j <= columns; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= columns; j++)
            {
                var cost = typed[i - 1] == word[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most) return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        var nearest = most + 1;
        for (var j = Math.Max(0, typed.Length - most); j <= columns; j++) nearest = Math.Min(nearest, last[j]);
        return nearest;
    }
}
