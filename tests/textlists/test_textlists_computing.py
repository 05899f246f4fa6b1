"""References of papers in computing, as their lists print them: names, title and year of each."""

from __future__ import annotations

import pytest

from refcore.textlists import read

# ruff: noqa: E501 - a reference is one line
ROWS = (
    (
        "[1] Martín Abadi, Andy Chu, Ian Goodfellow, H. Brendan McMahan, Ilya Mironov, Kunal Talwar, and Li Zhang. 2016. Deep Learning with Differential Privacy. In Proceedings of the 2016 ACM SIGSAC Conference on Computer and Communications Security (Vienna, Austria) (CCS ’16). Association for Computing Machinery, New York, NY, USA, 308–318. https://doi.org/10.1145/2976749.2978318",
        "Abadi|Chu|Goodfellow|McMahan|Mironov|Talwar|Zhang",
        "Deep Learning with Differential Privacy",
        2016,
    ),
    (
        "[2] Android Developers. [n. d.]. Behavior changes: Apps targeting API level 29+. Retrieved June 12, 2023 from https://developer.android.com/about/versions/10/behavior-changes-10",
        "Android Developers",
        "Behavior changes: Apps targeting API level 29+",
        None,
    ),
    (
        "[3] 2021. The Go Programming Language. https://go.dev/.",
        "",
        "The Go Programming Language",
        2021,
    ),
    (
        "[5] 3GPP. Security architecture and procedures for 5G System. Technical Specification (TS) 33.501, 3rd Generation Partnership Project (3GPP), 2020. Version 16.3.0.",
        "3GPP",
        "Security architecture and procedures for 5G System",
        2020,
    ),
    (
        "[6] Jann Horn. Reading privileged memory with a side-channel. Google Project Zero, January 2018. https://googleprojectzero.blogspot.com/2018/01/reading-privileged-memory-with-side.html.",
        "Horn",
        "Reading privileged memory with a side-channel",
        2018,
    ),
    (
        "[7] Michael Larabel. Intel Xeon vs. AMD EPYC benchmarks. Phoronix, 2019.",
        "Larabel",
        "Intel Xeon vs. AMD EPYC benchmarks",
        2019,
    ),
    (
        "[8] Ari Juels and Burton S. Kaliski, Jr. PORs: Proofs of retrievability for large files. In ACM CCS, pages 584–597, 2007.",
        "Juels|Kaliski",
        "PORs: Proofs of retrievability for large files",
        2007,
    ),
    (
        "[9] R. L. Rivest, A. Shamir, and L. Adleman, “A method for obtaining digital signatures and public-key cryptosystems,” Commun. ACM, vol. 21, no. 2, pp. 120–126, Feb. 1978, doi: 10.1145/359340.359342.",
        "Rivest|Shamir|Adleman",
        "A method for obtaining digital signatures and public-key cryptosystems",
        1978,
    ),
    (
        "[10] D. E. Knuth, The Art of Computer Programming, Volume 2: Seminumerical Algorithms, 3rd ed. Reading, MA: Addison-Wesley, 1997.",
        "Knuth",
        "The Art of Computer Programming, Volume 2: Seminumerical Algorithms",
        1997,
    ),
    (
        "[12] Y. Nir and A. Langley, “ChaCha20 and Poly1305 for IETF Protocols,” RFC 8439, Jun. 2018. [Online]. Available: https://www.rfc-editor.org/info/rfc8439",
        "Nir|Langley",
        "ChaCha20 and Poly1305 for IETF Protocols",
        2018,
    ),
    (
        "[13] S. Checkoway et al., “A systematic analysis of the Juniper Dual EC incident,” in Proc. 23rd ACM Conf. Comput. Commun. Secur. (CCS), Vienna, Austria, Oct. 2016, pp. 468–479.",
        "Checkoway",
        "A systematic analysis of the Juniper Dual EC incident",
        2016,
    ),
    (
        "Lattner, C., Adve, V.: LLVM: a compilation framework for lifelong program analysis & transformation. In: CGO 2004, pp. 75–86. IEEE Computer Society, Los Alamitos (2004). https://doi.org/10.1109/CGO.2004.1281665",
        "Lattner|Adve",
        "LLVM: a compilation framework for lifelong program analysis & transformation",
        2004,
    ),
    (
        "de Moura, L., Bjørner, N.: Z3: an efficient SMT solver. In: Ramakrishnan, C.R., Rehof, J. (eds.) TACAS 2008. LNCS, vol. 4963, pp. 337–340. Springer, Heidelberg (2008)",
        "Moura|Bjørner",
        "Z3: an efficient SMT solver",
        2008,
    ),
    (
        "Agda Team: The Agda standard library. https://github.com/agda/agda-stdlib (2023)",
        "Agda Team",
        "The Agda standard library",
        2023,
    ),
    (
        "Coq Development Team: The Coq proof assistant, version 8.16 (2022). https://doi.org/10.5281/zenodo.7313584",
        "Coq Development Team",
        "The Coq proof assistant, version 8.16",
        2022,
    ),
    (
        "Barrett, C., Fontaine, P., Tinelli, C.: The SMT-LIB standard: Version 2.6. Tech. rep., Department of Computer Science, The University of Iowa (2017), available at www.SMT-LIB.org",
        "Barrett|Fontaine|Tinelli",
        "The SMT-LIB standard: Version 2.6",
        2017,
    ),
    (
        "He, K., Zhang, X., Ren, S., Sun, J., 2016. Deep residual learning for image recognition, in: Proceedings of the IEEE conference on computer vision and pattern recognition, pp. 770–778.",
        "He|Zhang|Ren|Sun",
        "Deep residual learning for image recognition",
        2016,
    ),
    (
        "Kingma, D.P., Ba, J., 2014. Adam: A method for stochastic optimization. arXiv preprint arXiv:1412.6980 .",
        "Kingma|Ba",
        "Adam: A method for stochastic optimization",
        2014,
    ),
    (
        "[20] T. Akiba, S. Sano, T. Yanase, T. Ohta, M. Koyama, Optuna: A next-generation hyperparameter optimization framework, in: Proceedings of the 25th ACM SIGKDD International Conference on Knowledge Discovery & Data Mining, 2019, pp. 2623–2631. doi:10.1145/3292500.3330701.",
        "Akiba|Sano|Yanase|Ohta|Koyama",
        "Optuna: A next-generation hyperparameter optimization framework",
        2019,
    ),
    (
        "Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N Gomez, Łukasz Kaiser, and Illia Polosukhin. Attention is all you need. Advances in neural information processing systems, 30, 2017.",
        "Vaswani|Shazeer|Parmar|Uszkoreit|Jones|Gomez|Kaiser|Polosukhin",
        "Attention is all you need",
        2017,
    ),
    (
        "Tri Dao, Dan Fu, Stefano Ermon, Atri Rudra, and Christopher Ré. Flashattention: Fast and memory-efficient exact attention with io-awareness. Advances in Neural Information Processing Systems, 35:16344–16359, 2022a.",
        "Dao|Fu|Ermon|Rudra|Ré",
        "Flashattention: Fast and memory-efficient exact attention with io-awareness",
        2022,
    ),
    (
        "DeepSeek-AI, Daya Guo, Dejian Yang, et al. DeepSeek-R1: Incentivizing reasoning capability in LLMs via reinforcement learning, 2025. URL https://arxiv.org/abs/2501.12948.",
        "DeepSeek-AI|Guo|Yang",
        "DeepSeek-R1: Incentivizing reasoning capability in LLMs via reinforcement learning",
        2025,
    ),
    (
        "Qwen Team. Qwq-32b: Embracing the power of reinforcement learning, March 2025. URL https://qwenlm.github.io/blog/qwq-32b/.",
        "Qwen Team",
        "Qwq-32b: Embracing the power of reinforcement learning",
        2025,
    ),
    (
        "OpenAI. Gpt-4 technical report. ArXiv, abs/2303.08774, 2023.",
        "OpenAI",
        "Gpt-4 technical report",
        2023,
    ),
    (
        "Anthropic. Claude 3.7 Sonnet and Claude Code, 2025. URL https://www.anthropic.com/news/claude-3-7-sonnet.",
        "Anthropic",
        "Claude 3.7 Sonnet and Claude Code",
        2025,
    ),
    (
        "Gemini Team. Gemini 1.5: Unlocking multimodal understanding across millions of tokens of context. arXiv preprint arXiv:2403.05530, 2024.",
        "Gemini Team",
        "Gemini 1.5: Unlocking multimodal understanding across millions of tokens of context",
        2024,
    ),
    (
        "MAA. American Invitational Mathematics Examination - AIME. In American Invitational Mathematics Examination - AIME 2024, February 2024. URL https://maa.org/math-competitions/american-invitational-mathematics-examination-aime.",
        "MAA",
        "American Invitational Mathematics Examination - AIME",
        2024,
    ),
    (
        "Hugging Face. Open r1: A fully open reproduction of deepseek-r1, January 2025. URL https://github.com/huggingface/open-r1.",
        "Hugging Face",
        "Open r1: A fully open reproduction of deepseek-r1",
        2025,
    ),
    (
        "[31] Songlin Yang and Yu Zhang. FLA: A Triton-based library for hardware-efficient implementations of linear attention mechanism, January 2024.",
        "Yang|Zhang",
        "FLA: A Triton-based library for hardware-efficient implementations of linear attention mechanism",
        2024,
    ),
    (
        "Zhang, S., Roller, S., Goyal, N., et al. OPT: Open Pre-trained Transformer Language Models. arXiv:2205.01068 [cs], June 2022. URL http://arxiv.org/abs/2205.01068.",
        "Zhang|Roller|Goyal",
        "OPT: Open Pre-trained Transformer Language Models",
        2022,
    ),
    (
        "Wikipedia contributors. Bloom filter — Wikipedia, the free encyclopedia, 2023. [Online; accessed 4-May-2023].",
        "Wikipedia contributors",
        "Bloom filter — Wikipedia, the free encyclopedia",
        2023,
    ),
    (
        "Gregory Szorc. Better compression with Zstandard. https://gregoryszorc.com/blog/2017/03/07/better-compression-with-zstandard/, 2017.",
        "Szorc",
        "Better compression with Zstandard",
        2017,
    ),
    (
        "Brendan Burns, Joe Beda, and Kelsey Hightower. Kubernetes: Up and Running. O'Reilly Media, Inc., 2nd edition, 2019.",
        "Burns|Beda|Hightower",
        "Kubernetes: Up and Running",
        2019,
    ),
    (
        "U.S. Food and Drug Administration. Artificial intelligence and machine learning in software as a medical device. Technical report, FDA, 2021.",
        "U.S. Food and Drug Administration",
        "Artificial intelligence and machine learning in software as a medical device",
        2021,
    ),
    (
        "Satoshi Nakamoto. Bitcoin: A peer-to-peer electronic cash system, 2008.",
        "Nakamoto",
        "Bitcoin: A peer-to-peer electronic cash system",
        2008,
    ),
    (
        "Vitalik Buterin et al. A next-generation smart contract and decentralized application platform. white paper, 3(37):2–1, 2014.",
        "Buterin",
        "A next-generation smart contract and decentralized application platform",
        2014,
    ),
    (
        "[1] Georgios Karachalias, Filip Koprivec, Matija Pretnar, and Tom Schrijvers. Efficient compilation of algebraic effect handlers. Proc. ACM Program. Lang., 5(OOPSLA):1–28, 2021. doi:10.1145/3485479.",
        "Karachalias|Koprivec|Pretnar|Schrijvers",
        "Efficient compilation of algebraic effect handlers",
        2021,
    ),
    (
        "1 Karim Ali and Ondřej Lhoták. Averroes: Whole-program analysis without the whole program. In Giuseppe Castagna, editor, ECOOP 2013 – Object-Oriented Programming, volume 7920 of Lecture Notes in Computer Science, pages 378–400. Springer, 2013. doi:10.1007/978-3-642-39038-8_16.",
        "Ali|Lhoták",
        "Averroes: Whole-program analysis without the whole program",
        2013,
    ),
    (
        "2 Jonathan Aldrich, Valentin Kostadinov, and Craig Chambers. Alias annotations for program understanding. In OOPSLA, pages 311–330. ACM, 2002. doi:10.1145/582419.582448.",
        "Aldrich|Kostadinov|Chambers",
        "Alias annotations for program understanding",
        2002,
    ),
    (
        "[7] M. A. Wiering and M. van Otterlo, “Reinforcement learning,” Adaptation, Learning, and Optimization, vol. 12, no. 3, p. 729, 2012.",
        "Wiering|Otterlo",
        "Reinforcement learning",
        2012,
    ),
    (
        '[8] S. Chaudhuri and V. Narasayya, "AutoAdmin "what-if" index analysis utility," ACM SIGMOD Record, vol. 27, no. 2, pp. 367–378, 1998.',
        "Chaudhuri|Narasayya",
        'AutoAdmin "what-if" index analysis utility',
        1998,
    ),
    (
        "[ACGH20] Gorjan Alagic, Andrew M. Childs, Alex B. Grilo, and Shih-Han Hung. Non-interactive classical verification of quantum computation. In TCC 2020, Part III, volume 12552 of LNCS, pages 153–180. Springer, 2020.",
        "Alagic|Childs|Grilo|Hung",
        "Non-interactive classical verification of quantum computation",
        2020,
    ),
    (
        "[12] J. Iyengar and M. Thomson. QUIC: A UDP-Based Multiplexed and Secure Transport. RFC 9000, May 2021.",
        "Iyengar|Thomson",
        "QUIC: A UDP-Based Multiplexed and Secure Transport",
        2021,
    ),
    (
        "[13] RFC 8446: The Transport Layer Security (TLS) Protocol Version 1.3. E. Rescorla. August 2018.",
        "Rescorla",
        "The Transport Layer Security (TLS) Protocol Version 1.3",
        2018,
    ),
    (
        "C. Luck-Sikorski, P. Roßmann, J. Topp, M. Augustin, R. Sommer, and N.a. Weinberger. 2022. Assessment of Stigma Related to Visible Skin Diseases: A Systematic Review and Evaluation of Patient-Reported Outcome Measures. Journal of the European Academy of Dermatology and Venereology 36, 4 (2022), 499–525. https://doi.org/10.1111/jdv.17833",
        "Luck-Sikorski|Roßmann|Topp|Augustin|Sommer|Weinberger",
        "Assessment of Stigma Related to Visible Skin Diseases: A Systematic Review and Evaluation of Patient-Reported Outcome Measures",
        2022,
    ),
    (
        "Sandro Pinto and Nuno Santos. “Demystifying arm trustzone: A comprehensive survey”. In: ACM CSUR (2019).",
        "Pinto|Santos",
        "Demystifying arm trustzone: A comprehensive survey",
        2019,
    ),
    (
        "[3] T. B¨ack. Evolutionary Algorithms in Theory and Practice. Oxford University Press, 1996.",
        "Bäck",
        "Evolutionary Algorithms in Theory and Practice",
        1996,
    ),
    (
        "[4] Md. Saiful Islam, Ö. Ulusoy, and P. von Styp-Rekowsky. Boxify: Full-fledged app sandboxing for stock Android. In USENIX Security Symposium, pages 691–706, 2015.",
        "Islam|Ulusoy|Styp-Rekowsky",
        "Boxify: Full-fledged app sandboxing for stock Android",
        2015,
    ),
    (
        'Qing Li et al. "Medical image classification with convolutional neural network". In: 2014 13th International Conference on Control Automation Robotics & Vision (ICARCV). IEEE. 2014, pp. 844–848.',
        "Li",
        "Medical image classification with convolutional neural network",
        2014,
    ),
    (
        "Hyojin Bahng, Sanghyuk Chun, Sangdoo Yun, Jaegul Choo, and Seong Joon Oh. Learning de-biased representations with biased representations. In International Conference on Machine Learning, pages 528–539. PMLR, 2020.",
        "Bahng|Chun|Yun|Choo|Oh",
        "Learning de-biased representations with biased representations",
        2020,
    ),
    (
        "[22] Rishi Bommasani, et. al. On the opportunities and risks of foundation models. CoRR, abs/2108.07258, 2021.",
        "Bommasani",
        "On the opportunities and risks of foundation models",
        2021,
    ),
    (
        "Oliveira, Ana Flávia C. Moura, and João P. Silva. 2019. Seeds of the Atlantic forest. Biota Neotropica 19(2): 1–9.",
        "Oliveira|Silva",
        "Seeds of the Atlantic forest",
        2019,
    ),
    (
        "L. Rabiner and B. Juang. An introduction to hidden Markov models. IEEE ASSP Magazine, 3(1), 1986.",
        "Rabiner|Juang",
        "An introduction to hidden Markov models",
        1986,
    ),
    (
        "[5] Roland Siegwart, Ferdinand Bertrand and Illah R. Nourbakhsh. Introduction to Autonomous Mobile Robots. MIT Press, 2nd edition, 2011.",
        "Siegwart|Bertrand|Nourbakhsh",
        "Introduction to Autonomous Mobile Robots",
        2011,
    ),
    (
        "[6] T. Hastie, R. Tibshirani, and J. Friedman, The Elements of Statistical Learning: Data Mining, Inference, and Prediction, 2nd ed. New York, NY, USA: Springer, 2009.",
        "Hastie|Tibshirani|Friedman",
        "The Elements of Statistical Learning: Data Mining, Inference, and Prediction",
        2009,
    ),
    (
        "Bonneau, J., Herley, C., Van Oorschot, P.C., Stajano, F.: The quest to replace passwords: A framework for comparative evaluation of web authentication schemes. In: 2012 IEEE Symposium on Security and Privacy, pp. 553–567. IEEE (2012)",
        "Bonneau|Herley|Van Oorschot|Stajano",
        "The quest to replace passwords: A framework for comparative evaluation of web authentication schemes",
        2012,
    ),
    (
        "Abadi, M., Barham, P., Chen, J., Chen, Z., Davis, A., Dean, J., Devin, M., Ghemawat, S., Irving, G., Isard, M., et al.: TensorFlow: A system for large-scale machine learning. In: 12th USENIX symposium on operating systems design and implementation (OSDI 16). pp. 265–283 (2016)",
        "Abadi|Barham|Chen|Chen|Davis|Dean|Devin|Ghemawat|Irving|Isard",
        "TensorFlow: A system for large-scale machine learning",
        2016,
    ),
    (
        "D. Boneh, B. Lynn, H. Shacham, Short signatures from the Weil pairing, in: Advances in Cryptology – ASIACRYPT 2001, Springer, Berlin, Heidelberg, 2001, pp. 514–532.",
        "Boneh|Lynn|Shacham",
        "Short signatures from the Weil pairing",
        2001,
    ),
    (
        "[9] Apache Software Foundation. Apache Kafka. https://kafka.apache.org/, 2023. Accessed: 2023-05-01.",
        "Apache Software Foundation",
        "Apache Kafka",
        2023,
    ),
    (
        "[10] OWASP. Owasp top ten, 2021. URL https://owasp.org/www-project-top-ten/.",
        "OWASP",
        "Owasp top ten",
        2021,
    ),
    (
        "[11] W3C. Web Authentication: An API for accessing Public Key Credentials Level 2. W3C Recommendation, April 2021.",
        "W3C",
        "Web Authentication: An API for accessing Public Key Credentials Level 2",
        2021,
    ),
    (
        "[14] National Institute of Standards and Technology. Digital Identity Guidelines. NIST Special Publication 800-63-3, June 2017.",
        "National Institute of Standards and Technology",
        "Digital Identity Guidelines",
        2017,
    ),
    (
        '[15] Yoav Goldberg, Miguel Ballesteros. 2022. "why should i trust you?": Notes on explanations (to appear). In Findings of ACL.',
        "Goldberg|Ballesteros",
        '"why should i trust you?": Notes on explanations',
        2022,
    ),
    (
        "Tom B. Brown, Benjamin Mann, Nick Ryder, et al. Language models are few-shot learners, 2020. arXiv:2005.14165.",
        "Brown|Mann|Ryder",
        "Language models are few-shot learners",
        2020,
    ),
    (
        "[KL08] Jonathan Katz and Yehuda Lindell, Introduction to Modern Cryptography, Chapman & Hall/CRC, 2008.",
        "Katz|Lindell",
        "Introduction to Modern Cryptography",
        2008,
    ),
    (
        "Nguyen, T.T., Huynh, T.T., Nguyen, P.L., Liew, A.W.-C., Yin, H., Nguyen, Q.V.H., 2022. A survey of machine unlearning. arXiv preprint arXiv:2209.02299.",
        "Nguyen|Huynh|Nguyen|Liew|Yin|Nguyen",
        "A survey of machine unlearning",
        2022,
    ),
)


def found_in(text: str) -> list[tuple[str, str, int | None]]:
    return [
        ("|".join(getattr(n, "family", "") or n.name for n in one.authors), one.title, one.year)
        for one in read(text)
    ]


@pytest.mark.parametrize(("text", "names", "title", "year"), ROWS, ids=range(len(ROWS)))
def test_a_reference(text: str, names: str, title: str, year: int | None) -> None:
    assert found_in(text) == [(names, title, year)]
    assert [d for d in read(text).diagnostics if title] == []


RFCS = """\
[13] RFC 8446: The Transport Layer Security (TLS) Protocol Version 1.3. E. Rescorla. August 2018.
[10] RFC 9110: HTTP Semantics. R. Fielding, M. Nottingham, and J. Reschke. June 2022.
[RFC8126] Cotton, M., Leiba, B., and T. Narten, "Guidelines for Writing an IANA Considerations Section in RFCs", BCP 26, RFC 8126, DOI 10.17487/RFC8126, June 2017, <https://www.rfc-editor.org/info/rfc8126>.
[I-D.ietf-tls-esni] Rescorla, E., Oku, K., Sullivan, N., and C. A. Wood, "TLS Encrypted Client Hello", Work in Progress, Internet-Draft, draft-ietf-tls-esni-18, 4 March 2024.
"""


def test_documents_of_the_ietf_under_labels_of_several_kinds() -> None:
    assert found_in(RFCS) == [
        ("Rescorla", "The Transport Layer Security (TLS) Protocol Version 1.3", 2018),
        ("Fielding|Nottingham|Reschke", "HTTP Semantics", 2022),
        (
            "Cotton|Leiba|Narten",
            "Guidelines for Writing an IANA Considerations Section in RFCs",
            2017,
        ),
        ("Rescorla|Oku|Sullivan|Wood", "TLS Encrypted Client Hello", 2024),
    ]
    (cotton,) = [one for one in read(RFCS) if one.year == 2017]
    assert str(cotton.doi) == "10.17487/RFC8126"
    assert not cotton.fields.keys() & {"container-title", "volume"}


PENDING = (
    ("Notes on words (in press). In Findings of ACL", "Findings of ACL"),
    ("Notes on words (forthcoming). Computational Linguistics", "Computational Linguistics"),
    ("Notes on words. To appear in Computational Linguistics", "Computational Linguistics"),
    ("Notes on words (accepted). Computational Linguistics", "Computational Linguistics"),
)


@pytest.mark.parametrize(("text", "venue"), PENDING)
def test_a_work_that_is_not_yet_published(text: str, venue: str) -> None:
    (found,) = read(f"Yoav Goldberg. {text}, 2022.")
    assert (found.title, found.fields["container-title"]) == ("Notes on words", venue)


@pytest.mark.parametrize(
    "marks", [("[27]", "[3]", "[12]"), ("3.", "12.", "27."), ("(4)", "(9)", "(11)")]
)
def test_some_references_of_a_list_keep_their_numbers(marks: tuple[str, ...]) -> None:
    bodies = (
        "Karim Ali and Ondřej Lhoták. Averroes: Whole-program analysis without the whole\n"
        "   program. In ECOOP 2013, pages 378–400. Springer, 2013.",
        "Jonathan Aldrich, Valentin Kostadinov, and Craig Chambers. Alias annotations for\n"
        "   program understanding. In OOPSLA, pages 311–330. ACM, 2002.",
        "Sergey Bykov. Orleans, 2014. URL: https://www.microsoft.com/research/orleans.",
    )
    text = "\n".join(f"{mark} {body}" for mark, body in zip(marks, bodies, strict=True))
    assert [(names, year) for names, _, year in found_in(text)] == [
        ("Ali|Lhoták", 2013),
        ("Aldrich|Kostadinov|Chambers", 2002),
        ("Bykov", 2014),
    ]
